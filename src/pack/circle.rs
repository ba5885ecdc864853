//! Circles in anything whose parts lead to other parts.

/// How far the search has come with a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    OnPath,
    Done,
}

/// Every circle that closes at another place, each as the parts it goes through.
///
/// A stack of its own instead of recursion: a chain may have any length.
pub fn circles(count: usize, next: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    let mut marks = vec![Mark::New; count];
    let mut circles = Vec::new();
    for start in 0..count {
        if marks.get(start) == Some(&Mark::New) {
            search(start, &next, &mut marks, &mut circles);
        }
    }
    circles
}

fn search(
    start: usize,
    next: &impl Fn(usize) -> Vec<usize>,
    marks: &mut [Mark],
    circles: &mut Vec<Vec<usize>>,
) {
    let mut path = vec![(start, next(start))];
    set(marks, start, Mark::OnPath);
    while let Some((part, ahead)) = path.last_mut() {
        let part = *part;
        let Some(to) = ahead.pop() else {
            set(marks, part, Mark::Done);
            path.pop();
            continue;
        };
        match marks.get(to) {
            Some(Mark::New) => {
                set(marks, to, Mark::OnPath);
                path.push((to, next(to)));
            }
            Some(Mark::OnPath) => {
                let from = path.iter().position(|(part, _)| *part == to);
                let round = path.iter().skip(from.unwrap_or_default());
                circles.push(round.map(|(part, _)| *part).collect());
            }
            Some(Mark::Done) | None => {}
        }
    }
}

fn set(marks: &mut [Mark], part: usize, mark: Mark) {
    if let Some(place) = marks.get_mut(part) {
        *place = mark;
    }
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn every_circle_is_shown_whole() {
        for (edges, found) in [
            (vec![vec![1], vec![2], vec![]], vec![]),
            (vec![vec![0]], vec![vec![0]]),
            (
                vec![vec![1], vec![2], vec![1], vec![0, 4], vec![3]],
                vec![vec![1, 2], vec![3, 4]],
            ),
        ] {
            assert_eq!(circles(edges.len(), |at| edges[at].clone()), found);
        }
        let chain = circles(100_000, |at| vec![at + 1]);
        assert!(chain.is_empty());
    }
}
