import Quantities

/// A minute of the week as people write it: `Mo 08:00`.
struct WeekMinute {
  /// Minutes since Monday midnight.
  let value: Int

  /// Reads a weekday, as OpenStreetMap shortens it, and a time of day.
  init?(_ text: String) {
    // A minute from then on, in the form that hours of the week have.
    let parts = text.split(separator: " ")
    guard parts.count == 2, let time = TimeOfDay(parts[1]), !parts[0].contains("-"),
      !parts[0].contains(","),
      let day = WeeklyHours("\(parts[0]) 00:00-24:00")?.spans.first, day.count == 1440
    else { return nil }
    value = day.lowerBound + Int(time.secondsSinceMidnight) / 60
  }
}
