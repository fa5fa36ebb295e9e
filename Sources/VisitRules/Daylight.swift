public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sunrise and sunset at a place on a day, by the local clock.
public enum Daylight: Hashable, Sendable {
  /// From sunrise to sunset, rounded to whole minutes towards noon.
  case between(TimeWindow)
  /// The sun does not set.
  case allDay
  /// The sun does not rise.
  case noSun

  /// The sun at `coordinate` on `date`, where clocks are `offsetMinutes` ahead of UTC.
  ///
  /// After the NOAA Global Monitoring Laboratory's "General Solar Position Calculations"
  /// (fractional year, equation of time, declination by Spencer's series; zenith 90.833° for
  /// refraction and the sun's disc). Good to about a minute below 60° of latitude.
  public init(at coordinate: Coordinate, on date: ServiceDate, offsetMinutes: Int16) {
    let year = date.components.year
    let newYear = ServiceDate(year: year, month: 1, day: 1) ?? date
    let days = ServiceDate(year: year, month: 12, day: 31).map { newYear.days(until: $0) + 1 }
    // The middle of the day there: noon by the sun differs from noon UTC by the longitude.
    let noonOffset = -coordinate.degreesLongitude / 360
    let angle =
      2 * Double.pi / Double(days ?? 365) * (Double(newYear.days(until: date)) + noonOffset)
    let equationOfTime =
      229.18
      * (0.000075 + 0.001868 * cos(angle) - 0.032077 * sin(angle) - 0.014615 * cos(2 * angle)
        - 0.040849 * sin(2 * angle))
    let declination =
      0.006918 - 0.399912 * cos(angle) + 0.070257 * sin(angle) - 0.006758 * cos(2 * angle)
      + 0.000907 * sin(2 * angle) - 0.002697 * cos(3 * angle) + 0.00148 * sin(3 * angle)
    let latitude = coordinate.degreesLatitude * Double.pi / 180
    let cosine =
      cos(90.833 * Double.pi / 180) / (cos(latitude) * cos(declination))
      - tan(latitude) * tan(declination)
    guard cosine < 1 else {
      self = .noSun
      return
    }
    guard cosine > -1 else {
      self = .allDay
      return
    }
    let halfDay = acos(cosine) * 180 / Double.pi * 4
    let noon =
      720 - 4 * coordinate.degreesLongitude - equationOfTime + Double(offsetMinutes)
    let sunrise = min(max(0, (noon - halfDay).rounded(.up)), 1440)
    let sunset = min(max(sunrise, (noon + halfDay).rounded(.down)), 1440)
    self = .between(
      TimeWindow(
        start: TimeOfDay(hour: 0, minute: Int(sunrise)),
        end: TimeOfDay(hour: 0, minute: Int(sunset))))
  }

  /// Sunset; the end of the day where the sun does not set, midnight before it where it does not
  /// rise.
  public var sunset: TimeOfDay {
    switch self {
    case .between(let window): window.end
    case .allDay: .endOfDay
    case .noSun: .midnight
    }
  }
}
