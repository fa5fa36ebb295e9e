public import FieldModel
import Quantities
import YamlFiles
import Yams

/// The YAML file of a holiday calendar, format `rounds-holidays`, version 1.
public enum HolidayCalendarFile {
  static let format = "rounds-holidays"

  /// Reads a calendar from the bytes of its file, UTF-8, at most 1 MiB.
  ///
  /// - Returns: the calendar, or `nil` when anything in it is wrong, with what there is to remark.
  public static func read(
    _ bytes: [UInt8]
  ) -> (calendar: HolidayCalendar?, diagnostics: [Diagnostic]) {
    var reader = StrictYaml()
    guard let top = reader.top(bytes, format: format) else { return (nil, reader.diagnostics) }
    reader.expectOnly(
      [
        "format", "version", "calendar", "year", "source", "confidence", "checked_on", "days_off",
        "workdays",
      ], in: top)
    let code = reader.text(top, "calendar", atMost: 64)
    let year = reader.number(top, "year", in: 1900...9999)
    let source = reader.text(top, "source", atMost: 400)
    let confidence: PolicyConfidence? = reader.word(top, "confidence")
    let checkedOn = reader.date(top, "checked_on")
    let daysOff = daysOff(top, year: year, &reader)
    let workdays = workdays(top, year: year, &reader)
    guard reader.diagnostics.isEmpty, let code, let year, let source, let confidence, let checkedOn
    else { return (nil, reader.diagnostics) }
    let calendar = HolidayCalendar(
      code: code, years: [year], source: source, confidence: confidence, checkedOn: checkedOn,
      daysOff: daysOff, makeUpWorkdays: workdays)
    return (calendar, reader.diagnostics)
  }

  private static func daysOff(
    _ top: StrictYaml.Table, year: Int?, _ reader: inout StrictYaml
  ) -> [HolidayCalendar.DayOff] {
    var days: [HolidayCalendar.DayOff] = []
    for (index, node) in reader.list(top, "days_off", atMost: 100).enumerated() {
      guard let span = reader.table(node, at: "days_off[\(index + 1)]") else { continue }
      reader.expectOnly(["from", "to", "en", "zh"], in: span)
      guard let from = reader.date(span, "from"), let to = reader.date(span, "to"),
        let english = reader.text(span, "en"), let chinese = reader.text(span, "zh")
      else { continue }
      let length = from.days(until: to)
      guard (0...31).contains(length), from.components.year == year, to.components.year == year
      else {
        reader.remark("wrong-span", node, span.path, found: "\(from) \(to)")
        continue
      }
      let name = BilingualText(english: english, chinese: chinese)
      days += (0...length).map { .init(date: from.adding(days: $0), name: name) }
    }
    return days
  }

  private static func workdays(
    _ top: StrictYaml.Table, year: Int?, _ reader: inout StrictYaml
  ) -> [ServiceDate] {
    guard top.find("workdays") != nil else { return [] }
    return reader.list(top, "workdays", atMost: 100).compactMap { node in
      guard let date = node.scalar.flatMap({ ServiceDate($0.string) }), date.components.year == year
      else {
        reader.remark(
          "not-a-date", node, "workdays", found: node.scalar?.string ?? "", advice: "YYYY-MM-DD")
        return nil
      }
      return date
    }
  }
}
