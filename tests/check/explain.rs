//! Every page of `balie explain`: its example fails as it says, and mended it is clean.

use balie::diagnostic::Code;
use balie::lint::explain::{examples, page, title};

use super::{checked, lines};

#[test]
fn every_example_fails_with_its_code_and_is_clean_when_mended() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let (fails, mended) = examples(*code);
        let found = checked(fails.clone());
        if !found.faults.iter().any(|fault| fault.code == *code) {
            wrong.push(format!(
                "{} is not found: {:?}",
                code.as_str(),
                lines(&fails, &found)
            ));
        }
        let left = checked(mended.clone());
        if !left.faults.is_empty() {
            wrong.push(format!(
                "{} mended: {:?}",
                code.as_str(),
                lines(&mended, &left)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_page_with_a_title() {
    for code in Code::ALL {
        assert!(!title(*code).is_empty(), "{}", code.as_str());
        let page = page(*code);
        assert!(page.contains("## Fails"), "{page}");
        assert!(!page.lines().any(|line| line == "…"), "{page}");
    }
}
