//! Whether a folder stands on a disk of this machine, which tells whoever watches of every save. On
//! a share the machine that saves is another, and nobody here is told.

use std::fs;
use std::path::Path;

/// The kinds of file system that Linux keeps on disks of its own. What is none of them (`nfs4`,
/// `cifs`, `9p` and `drvfs` of Windows below Linux, shared folders of virtual machines) may tell
/// nothing.
const LOCAL: [&str; 16] = [
    "bcachefs", "btrfs", "exfat", "ext2", "ext3", "ext4", "f2fs", "jfs", "ntfs3", "overlay",
    "ramfs", "reiserfs", "tmpfs", "vfat", "xfs", "zfs",
];

pub(super) fn is_on_local_disk(folder: &Path) -> bool {
    let Ok(folder) = fs::canonicalize(folder) else {
        return true;
    };
    match fs::read_to_string("/proc/self/mounts") {
        Ok(mounts) => is_local(&folder, &mounts),
        // Windows writes a share so, also where it has a letter as a disk has.
        Err(_) => !folder.to_string_lossy().starts_with(r"\\?\UNC\"),
    }
}

fn is_local(folder: &Path, mounts: &str) -> bool {
    let mounts = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ').skip(1);
        Some((fields.next()?.replace(r"\040", " "), fields.next()?))
    });
    let above = mounts.filter(|(place, _)| folder.starts_with(place));
    // Of two at the same place the later one is seen, and the greatest that is found last is it.
    let nearest = above.max_by_key(|(place, _)| place.len());
    nearest.is_none_or(|(_, kind)| LOCAL.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
/dev/sda1 / ext4 rw,relatime 0 0
server:/desks /home nfs4 rw 0 0
/dev/sdb1 /home/own btrfs rw 0 0
//server/packs /mnt/all\\040packs cifs rw 0 0
drivers /mnt/c 9p rw 0 0
/dev/sdc1 /mnt/c xfs rw 0 0
";

    #[test]
    fn the_nearest_mount_says_where_a_folder_stands() {
        for (folder, local) in [
            ("/opt/pack", true),
            ("/homes/pack", true),
            ("/home/desk/pack", false),
            ("/home/own/pack", true),
            ("/mnt/all packs/odisee", false),
            ("/mnt/c/pack", true),
        ] {
            assert_eq!(is_local(Path::new(folder), MOUNTS), local, "{folder}");
        }
    }
}
