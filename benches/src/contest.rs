//! Measures several ways to do the same work. They take turns, so that other load on the machine slows all of them.

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use fastrand::Rng;

/// The number of rounds of a contest before the next one has its turn.
const ROUNDS: usize = 5;

/// Several sequences of keys that take turns, so that no branch predictor learns one by heart.
pub struct Sequences<K> {
    keys: Rc<[Vec<K>]>,
    /// Reads what a key points to.
    read: fn(&K),
}

impl<K> Sequences<K> {
    /// Keys that need no reading before they are measured.
    pub fn new(keys: impl IntoIterator<Item = Vec<K>>) -> Self {
        Self::of_pointers(keys, |_| ())
    }

    /// Keys that point to something, and a function that reads it.
    pub fn of_pointers(keys: impl IntoIterator<Item = Vec<K>>, read: fn(&K)) -> Self {
        Sequences { keys: keys.into_iter().collect(), read }
    }

    /// The keys of all sequences.
    pub fn iter(&self) -> impl Iterator<Item = &K> {
        self.keys.iter().flatten()
    }
}

/// One way to do the work.
struct Contestant {
    name: &'static str,
    /// Does the work on the keys of one sequence and returns the time it took.
    work: Box<dyn FnMut(usize) -> Duration>,
    /// The shortest time for each sequence: other load can only add to it.
    best: Vec<Duration>,
    /// The number of keys in all sequences.
    keys: usize,
}

/// Several ways to do some work.
pub struct Contest {
    work: String,
    contestants: Vec<Contestant>,
}

impl Contest {
    /// A contest without contestants.
    pub fn new(work: impl Into<String>) -> Self {
        Contest { work: work.into(), contestants: Vec::new() }
    }

    /// Adds a function that is called with each key. The compiler knows neither the key nor the result.
    pub fn add<K: 'static, T>(
        &mut self,
        name: &'static str,
        sequences: &Sequences<K>,
        mut function: impl FnMut(&K) -> T + 'static,
    ) {
        let Sequences { keys, read } = sequences;
        let (keys, read) = (Rc::clone(keys), *read);
        let best = vec![Duration::MAX; keys.len()];
        let count = keys.iter().map(Vec::len).sum();
        let work = move |sequence: usize| {
            let keys = &keys[sequence];
            // A real program has just written the key, so the key is in the caches.
            for key in keys {
                read(black_box(key));
            }
            let start = Instant::now();
            for key in keys {
                black_box(function(black_box(key)));
            }
            start.elapsed()
        };
        self.contestants.push(Contestant { name, work: Box::new(work), best, keys: count });
    }

    /// What the contest is about.
    pub fn work(&self) -> &str {
        &self.work
    }

    /// The time of each contestant as a multiple of that of the first one.
    pub fn ratios(&self) -> Vec<(&'static str, f64)> {
        let seconds = |contestant: &Contestant| contestant.best.iter().sum::<Duration>().as_secs_f64();
        let first = self.contestants.first().map_or(0.0, seconds);
        self.contestants.iter().map(|contestant| (contestant.name, seconds(contestant) / first)).collect()
    }

    /// The nanoseconds that each contestant takes for one call.
    #[expect(clippy::cast_precision_loss, reason = "the number of keys is far below 2^53")]
    pub fn nanoseconds(&self) -> impl Iterator<Item = (&'static str, f64)> {
        let each = |one: &Contestant| one.best.iter().sum::<Duration>().as_secs_f64() * 1e9 / one.keys as f64;
        self.contestants.iter().map(move |one| (one.name, each(one)))
    }

    /// Measures each contestant on each sequence, in random order.
    fn round(&mut self, random: &mut Rng) {
        let mut turns: Vec<&mut Contestant> = self.contestants.iter_mut().collect();
        let sequences = turns.first().map_or(0, |contestant| contestant.best.len());
        for sequence in 0..sequences {
            random.shuffle(&mut turns);
            for contestant in &mut turns {
                let time = (contestant.work)(sequence);
                contestant.best[sequence] = contestant.best[sequence].min(time);
            }
        }
    }
}

/// Holds all contests in each pass, so that each of them gets some of the machine's quiet times.
pub fn hold(contests: &mut [&mut Contest], passes: usize) {
    let mut random = Rng::with_seed(17);
    for _ in 0..passes {
        for contest in contests.iter_mut() {
            (0..ROUNDS).for_each(|_| contest.round(&mut random));
        }
    }
}
