//! A panic, in any thread, gives the terminal back before its message is printed.

use std::sync::Once;
use std::{panic, process, thread};

use super::modes;

/// The status of a Rust program that panicked.
const PANICKED: i32 = 101;

/// Makes any panic from now on give the terminal back. To be called before anything else.
///
/// A panic in another thread than the main one ends the program too: nobody would see it otherwise.
pub fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let inside = modes::finish();
            before(info);
            if inside && thread::current().name() != Some("main") {
                process::exit(PANICKED);
            }
        }));
    });
}
