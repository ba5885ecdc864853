mod support;
use support::Desk;
#[test]
fn look() {
    let Ok(spec) = std::env::var("LOOK") else {
        return;
    };
    for one in spec.split(';') {
        let mut p = one.split('|');
        let lang = p.next().unwrap();
        let (w, h) = p.next().unwrap().split_once('x').unwrap();
        let keys = p.next().unwrap();
        let mut d = Desk::open()
            .desk_lang(lang)
            .size(w.parse().unwrap(), h.parse().unwrap())
            .keys(keys);
        println!("=== {one}\n{}", d.screen());
    }
}
