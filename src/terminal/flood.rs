//! What nobody can have typed: so many keys without a pause that reading on is better than obeying.

use std::time::Duration;

use super::decode::Input;
use crate::app::key::Key;

/// So many keys may be typed ahead, on a line or a machine that lags behind.
const TYPED_AHEAD: usize = 256;

/// A key that is held down comes slower than this.
const PAUSE: Duration = Duration::from_millis(10);

/// Counts keys until there is a pause.
#[derive(Debug, Default)]
pub(super) struct Flood {
    keys: usize,
}

impl Flood {
    /// Whether what comes after waiting for so long is still the flood.
    pub(super) fn goes_on(&mut self, waited: Duration) -> bool {
        if waited >= PAUSE {
            self.keys = 0;
        }
        self.keys > TYPED_AHEAD
    }

    /// Throws the keys away with which a flood begins, all but Ctrl-C.
    pub(super) fn hold_back(&mut self, inputs: &mut Vec<Input>) {
        self.keys += inputs.iter().filter(|input| is_key(input)).count();
        if self.keys > TYPED_AHEAD {
            inputs.retain(|input| !is_key(input) || *input == Input::Key(Key::Ctrl('c')));
        }
    }
}

fn is_key(input: &Input) -> bool {
    matches!(input, Input::Key(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(flood: &mut Flood, keys: &[Key], waited: u64) -> usize {
        let mut inputs: Vec<_> = keys.iter().copied().map(Input::Key).collect();
        if flood.goes_on(Duration::from_millis(waited)) {
            return 0;
        }
        flood.hold_back(&mut inputs);
        inputs.len()
    }

    #[test]
    fn what_is_typed_ahead_is_kept_and_a_flood_is_not() {
        let mut flood = Flood::default();
        assert_eq!(left(&mut flood, &[Key::Down; 256], 0), 256);
        assert_eq!(left(&mut flood, &[Key::Down; 5], 0), 0);
        assert_eq!(left(&mut flood, &[Key::Down; 5], 10), 5, "after a pause");
        assert_eq!(left(&mut flood, &[Key::Down; 4_000], 10), 0);
    }

    #[test]
    fn control_c_and_pastes_are_heard_as_a_flood_begins() {
        let mut flood = Flood::default();
        let mut inputs = vec![Input::Key(Key::Up), Input::Paste("a".into())];
        inputs.extend([Key::Up; 300].map(Input::Key));
        inputs.push(Input::Key(Key::Ctrl('c')));
        flood.hold_back(&mut inputs);
        assert_eq!(
            inputs,
            [Input::Paste("a".into()), Input::Key(Key::Ctrl('c'))]
        );
    }
}
