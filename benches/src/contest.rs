//! Measures several ways to do the same work, in turns, so that whatever else the machine does slows all of them.

use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use fastrand::Rng;

/// How many times a contest is held before the next one is.
const ROUNDS: usize = 5;

/// Keys in several rows that take turns, so that no branch predictor learns one by heart.
pub struct Sequences<K> {
    keys: Rc<[Vec<K>]>,
    /// Reads what a key points to.
    read: fn(&K),
}

impl<K> Sequences<K> {
    /// Keys that hold all that belongs to them.
    pub fn new(keys: impl IntoIterator<Item = Vec<K>>) -> Self {
        Self::of_pointers(keys, |_| ())
    }

    /// Keys that point to something, and how to read that.
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
    /// Does it on the keys of one sequence, and says how long that took.
    work: Box<dyn FnMut(usize) -> Duration>,
    /// The shortest time for each sequence: nothing makes a program faster than it is.
    best: Vec<Duration>,
    /// How many keys all sequences have.
    keys: usize,
}

/// Several ways to do some work.
pub struct Contest {
    work: String,
    contestants: Vec<Contestant>,
}

impl Contest {
    /// Without contestants as yet.
    pub fn new(work: impl Into<String>) -> Self {
        Contest { work: work.into(), contestants: Vec::new() }
    }

    /// Adds a function that is called with each key. Neither its key nor its result is known to the compiler.
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
            // In use, a key has just been written, so it is in the caches.
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

    /// How many nanoseconds each contestant takes for one call.
    #[expect(clippy::cast_precision_loss, reason = "there are fewer keys than a float counts")]
    pub fn nanoseconds(&self) -> impl Iterator<Item = (&'static str, f64)> {
        let each = |one: &Contestant| one.best.iter().sum::<Duration>().as_secs_f64() * 1e9 / one.keys as f64;
        self.contestants.iter().map(move |one| (one.name, each(one)))
    }

    /// Each contestant has its turn on each sequence, in another order each time.
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

/// Holds all contests, again and again, so that each has its share of the quiet times of the machine.
pub fn hold(contests: &mut [&mut Contest], passes: usize) {
    let mut random = Rng::with_seed(17);
    for _ in 0..passes {
        for contest in contests.iter_mut() {
            (0..ROUNDS).for_each(|_| contest.round(&mut random));
        }
    }
}
