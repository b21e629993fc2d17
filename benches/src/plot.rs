//! The plot of `BENCHMARKS.md`: time against the number of codes.

use std::fmt::Write as _;

/// The name of a contestant, and the nanoseconds that it takes for each number of codes.
pub type Line = (&'static str, Vec<(usize, f64)>);

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 460.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 130.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 50.0;
/// The smallest vertical distance between two names.
const NAME_HEIGHT: f64 = 15.0;
const COLORS: [&str; 11] =
    ["#c0392b", "#7f8c8d", "#2471a3", "#1e8449", "#7d3c98", "#b9770e", "#566573", "#a04000", "#117864", "#884ea0", "#2e4053"];

/// Draws the lines on two logarithmic scales. The first line is thicker than the others.
pub fn svg(title: &str, lines: &[Line]) -> String {
    let points = || lines.iter().flat_map(|(_, points)| points);
    let (codes, times) = (range(points().map(|point| number(point.0))), range(points().map(|point| point.1)));
    let x = |count: usize| LEFT + (WIDTH - LEFT - RIGHT) * share(number(count), codes);
    let y = |time: f64| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share(time, times);
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
<text x="{LEFT}" y="20" font-size="14">{title}</text>
"#
    );
    for time in [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0].into_iter().filter(|time| times.0 <= *time && *time <= times.1) {
        let (y, end) = (y(time), WIDTH - RIGHT);
        let _ = writeln!(svg, r##"<path d="M{LEFT} {y:.1}H{end}" stroke="#ddd"/>"##);
        let _ = writeln!(svg, r#"<text x="{}" y="{:.1}" text-anchor="end">{time} ns</text>"#, LEFT - 6.0, y + 4.0);
    }
    for (count, _) in lines.first().map_or(&[][..], |(_, points)| points) {
        let y = HEIGHT - BOTTOM + 20.0;
        let _ = writeln!(svg, r#"<text x="{:.1}" y="{y}" text-anchor="middle">{count} codes</text>"#, x(*count));
    }
    let mut names = Vec::new();
    for ((name, points), (index, color)) in lines.iter().zip(COLORS.iter().enumerate()) {
        let path: Vec<String> = points.iter().map(|(count, time)| format!("{:.1} {:.1}", x(*count), y(*time))).collect();
        let width = if index == 0 { 3 } else { 1 };
        let _ = writeln!(svg, r#"<path d="M{}" fill="none" stroke="{color}" stroke-width="{width}"/>"#, path.join("L"));
        names.extend(points.last().map(|(count, time)| (x(*count) + 6.0, y(*time) + 4.0, *name, *color)));
    }
    // The names are placed from the bottom up, each far enough above the one below it.
    names.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut below = Vec::<(f64, f64)>::new();
    for (x, y, name, color) in names {
        let lowest = below.iter().filter(|(other, _)| (other - x).abs() < 1.0).map(|(_, y)| y - NAME_HEIGHT);
        let y = lowest.fold(y, f64::min);
        below.push((x, y));
        let _ = writeln!(svg, r#"<text x="{x:.1}" y="{y:.1}" fill="{color}">{name}</text>"#);
    }
    svg.push_str("</svg>\n");
    svg
}

#[expect(clippy::cast_precision_loss, reason = "the number of codes fits into a float")]
fn number(count: usize) -> f64 {
    count as f64
}

/// The least and the greatest number.
fn range(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::MAX, f64::MIN_POSITIVE), |(least, greatest), number| (least.min(number), greatest.max(number)))
}

/// The position of a number in a range, from 0 to 1, on a logarithmic scale.
fn share(number: f64, (least, greatest): (f64, f64)) -> f64 {
    (number / least).ln() / (greatest / least).ln()
}
