//! The committed schemas say what the readers read.

use balie::lint::schema::schemas;
use balie::pack::Files;

/// With BALIE_SCHEMA=write the schemas are written instead of compared.
#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, schema) in schemas() {
        if std::env::var("BALIE_SCHEMA").is_ok_and(|does| does == "write") {
            std::fs::create_dir_all(root.join("data/schema")).unwrap();
            std::fs::write(root.join(&path), &schema).unwrap();
        }
        let committed = std::fs::read_to_string(root.join(&path)).unwrap_or_default();
        assert!(
            committed == schema,
            "{path} is not what the types say: run BALIE_SCHEMA=write cargo test --test check schema"
        );
    }
}

#[test]
fn every_file_names_its_schema() {
    let files = Files::embedded();
    let structure = files.iter().filter(|(path, _)| path.ends_with(".toml"));
    for (path, _) in structure {
        let first = files.text(path).unwrap().lines().next().unwrap();
        let name = first.strip_prefix("#:schema ").expect(path);
        let schema = name.rsplit('/').next().unwrap();
        let up = path.matches('/').count() - 1;
        assert_eq!(name.matches("../").count(), up, "{path}");
        assert!(
            schemas().iter().any(|(path, _)| path.ends_with(schema)),
            "{path}"
        );
    }
}
