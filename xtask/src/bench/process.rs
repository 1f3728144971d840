//! What a process costs. Processor time and memory of a child are known to the system alone; the standard library does not
//! hand them out, so GNU `time` does where it is installed, and elsewhere only elapsed time is measured.

use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const GNU_TIME: &str = "/usr/bin/time";

/// The way in which processes are measured on this machine.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meter {
    /// Elapsed and processor time, and memory.
    GnuTime,
    /// Elapsed time alone.
    Clock,
}

/// What one process cost, or the median of many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cost {
    elapsed: Duration,
    used: Option<Used>,
}

/// What GNU `time` says.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Used {
    /// User and system time; counted in hundredths of a second.
    processor: Duration,
    /// The largest resident set.
    kibibytes: u64,
}

impl Meter {
    pub(super) fn find() -> Self {
        let works = Command::new(GNU_TIME)
            .args(["-f", "%M", "true"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if works { Self::GnuTime } else { Self::Clock }
    }

    pub(super) fn description(self) -> &'static str {
        match self {
            Self::GnuTime => "medians of whole processes, by GNU time",
            Self::Clock => {
                "medians of whole processes; elapsed time only, as GNU time is not installed (apt-get install time)"
            }
        }
    }

    /// The median cost of `runs` processes made by `command`, each after `prepare`.
    pub(super) fn median(
        self,
        runs: u16,
        command: impl Fn() -> Result<Command, String>,
        prepare: &dyn Fn() -> Result<(), String>,
    ) -> Result<Cost, String> {
        let mut costs = Vec::new();
        for _ in 0..runs {
            prepare()?;
            costs.push(self.run(&command()?)?);
        }
        Cost::median(&costs).ok_or_else(|| "nothing was run".to_owned())
    }

    fn run(self, command: &Command) -> Result<Cost, String> {
        let mut measured = self.wrap(command);
        let started = Instant::now();
        let output = measured
            .stdout(Stdio::null())
            .output()
            .map_err(|error| format!("{command:?}: {error}"))?;
        let elapsed = started.elapsed();
        let told = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("{command:?}: {}\n{told}", output.status));
        }
        let used = match self {
            Self::Clock => None,
            Self::GnuTime => {
                Some(Used::parse(&told).ok_or_else(|| format!("{GNU_TIME} says:\n{told}"))?)
            }
        };
        Ok(Cost { elapsed, used })
    }

    fn wrap(self, command: &Command) -> Command {
        let mut measured = match self {
            Self::Clock => Command::new(command.get_program()),
            Self::GnuTime => {
                let mut time = Command::new(GNU_TIME);
                time.args(["-f", "%U %S %M"]).arg(command.get_program());
                time
            }
        };
        measured.args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            measured.current_dir(folder);
        }
        measured
    }
}

impl Cost {
    pub(super) const HEADER: &'static str =
        "                                            elapsed    processor       memory";

    /// A line of the table below [`Cost::HEADER`].
    pub(super) fn row(&self, title: &str) -> String {
        let mut row = format!("{title:40} {:>8.0} ms", millis(self.elapsed));
        if let Some(used) = self.used {
            let mebibytes = used.kibibytes.div_ceil(1024);
            let _ = write!(
                row,
                " {:>9.0} ms {mebibytes:>8} MiB",
                millis(used.processor)
            );
        }
        row
    }

    /// How long one of `count` equal parts takes, by the processor's time where it is known, since that is not the time of
    /// other processes as well; and what memory it costs in kibibytes.
    pub(super) fn of_part(&self, count: usize) -> (Duration, Option<f64>) {
        let count = u32::try_from(count).unwrap_or(u32::MAX).max(1);
        let kibibytes = self.used.map(|used| {
            let kibibytes = u32::try_from(used.kibibytes).unwrap_or(u32::MAX);
            f64::from(kibibytes) / f64::from(count)
        });
        let time = self.used.map_or(self.elapsed, |used| used.processor);
        (time / count, kibibytes)
    }

    /// Each figure by itself; of an even number of figures the larger of the two in the middle.
    fn median(costs: &[Self]) -> Option<Self> {
        let used: Option<Vec<Used>> = costs.iter().map(|cost| cost.used).collect();
        let used = used.and_then(|used| {
            Some(Used {
                processor: middle(used.iter().map(|used| used.processor))?,
                kibibytes: middle(used.iter().map(|used| used.kibibytes))?,
            })
        });
        Some(Self {
            elapsed: middle(costs.iter().map(|cost| cost.elapsed))?,
            used,
        })
    }
}

impl Used {
    /// Reads the last line of `told`, which GNU `time` writes behind what the process itself wrote.
    fn parse(told: &str) -> Option<Self> {
        let mut words = told.lines().next_back()?.split(' ');
        let user: f64 = words.next()?.parse().ok()?;
        let system: f64 = words.next()?.parse().ok()?;
        Some(Self {
            processor: Duration::try_from_secs_f64(user + system).ok()?,
            kibibytes: words.next()?.parse().ok()?,
        })
    }
}

fn middle<T: Ord + Copy>(figures: impl Iterator<Item = T>) -> Option<T> {
    let mut figures: Vec<T> = figures.collect();
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied()
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[cfg(test)]
mod tests {
    use super::{Cost, Used};
    use std::time::Duration;

    #[test]
    fn the_last_line_is_what_gnu_time_says() {
        let used = Used::parse("a warning\n0.02 0.01 20480\n").unwrap();
        assert_eq!(used.processor, Duration::from_millis(30));
        assert_eq!(used.kibibytes, 20480);
        assert!(Used::parse("a warning\n").is_none());
        assert!(Used::parse("").is_none());
    }

    #[test]
    fn the_median_is_taken_figure_by_figure() {
        let cost = |elapsed, kibibytes| Cost {
            elapsed: Duration::from_millis(elapsed),
            used: Some(Used {
                processor: Duration::ZERO,
                kibibytes,
            }),
        };
        let costs = [cost(30, 1), cost(10, 3), cost(20, 2)];
        assert_eq!(Cost::median(&costs), Some(cost(20, 2)));
        assert_eq!(Cost::median(&[]), None);
    }
}
