import FieldModel
import Quantities

/// Reads the entries of a crew file one by one.
struct CrewReader {
  /// What has been read so far.
  var roster = CrewRoster()
  private var memberCrews: [Identifier<CrewMember>: String] = [:]

  /// What was read, in order.
  var finished: CrewRoster {
    var result = roster
    result.bases.sort { $0.id < $1.id }
    result.crews.sort { $0.id < $1.id }
    result.diagnostics = result.diagnostics.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
    return result
  }

  /// Reads one base.
  mutating func readBase(_ table: inout YAMLTable) {
    defer { roster.diagnostics += table.unknownKeys() }
    guard let code = code(&table) else { return }
    let name = table.text("name") ?? code
    let address = table.text("address") ?? ""
    let datum = table.word("datum", Words.datum, &roster.diagnostics) ?? .wgs84
    guard let latitude = table.text("latitude").flatMap({ Double($0) }),
      let longitude = table.text("longitude").flatMap({ Double($0) }),
      let place = ForeignCoordinate(datum: datum, latitude: latitude, longitude: longitude).wgs84
    else {
      let isSwapped = (Double(table.text("latitude") ?? "") ?? 0).magnitude > 90
      remark(
        table, .error, "base-without-place", "latitude",
        advice: isSwapped ? "swap-columns" : "decimal-degrees")
      return
    }
    guard !roster.bases.contains(where: { $0.id.text == code }) else {
      remark(table, .error, "repeated-code", "code", found: code, advice: "first-kept")
      return
    }
    roster.bases.append(
      CrewBase(id: Identifier(code), name: name, address: address, coordinate: place))
  }

  /// Reads one crew.
  mutating func readCrew(_ table: inout YAMLTable) {
    defer { roster.diagnostics += table.unknownKeys() }
    guard let code = code(&table) else { return }
    let mode = table.word("mode", Self.modes, &roster.diagnostics)
    let base = base(&table)
    var members: [CrewMember] = []
    for var entry in table.tables("members") {
      if let member = member(&entry, crew: code) { members.append(member) }
    }
    let name = table.text("name") ?? code
    let shifts = shifts(&table)
    let breaks = breaks(&table)
    var crew = base.map {
      Crew(id: Identifier(code), name: name, members: members, base: $0, mode: mode ?? .car)
    }
    crew?.plate = table.text("plate") ?? ""
    crew?.skills = Set((table.texts("skills") ?? []).map { Identifier($0.lowercased()) })
    crew?.shifts = shifts
    crew?.breaks = breaks
    crew?.daysOff = daysOff(&table)
    if var limits = table.table("limits") { readLimits(&limits, &crew) }
    if members.count < 2 {
      remark(
        table, .warning, "crew-of-one", "members", found: "\(members.count)", advice: "two-or-more")
    }
    if shifts.isEmpty {
      remark(table, .warning, "crew-without-shift", "shifts", found: code, advice: "add-shifts")
    }
    guard let crew else { return release(members) }
    guard !roster.crews.contains(where: { $0.id == crew.id }) else {
      release(members)
      remark(table, .error, "repeated-code", "code", found: code, advice: "first-kept")
      return
    }
    roster.crews.append(crew)
  }

  /// Remarks on a file without crews or bases.
  mutating func remarkOnWhole(_ table: inout YAMLTable) {
    if roster.bases.isEmpty { remark(table, .error, "no-base", "bases", advice: "add-base") }
    if roster.crews.isEmpty { remark(table, .error, "no-crew", "crews", advice: "add-crew") }
  }

  private static let modes = WordList(
    TravelMode.self,
    [
      .car: ["汽车", "轿车"], .motorcycle: ["摩托车", "motorbike"], .eBike: ["电动车", "电动自行车"],
      .bicycle: ["自行车", "bike"], .foot: ["步行", "walk"],
    ])

  private mutating func remark(
    _ table: YAMLTable, _ severity: Diagnostic.Severity, _ code: String, _ key: String,
    found: String = "", advice: String = ""
  ) {
    roster.diagnostics.append(
      table.remark(severity, code, key, found: found, advice: advice))
  }

  private mutating func code(_ table: inout YAMLTable) -> String? {
    guard let code = table.text("code"), (1...40).contains(code.count) else {
      remark(table, .error, "missing-key", "code", advice: "add-key")
      return nil
    }
    return code
  }

  private mutating func base(_ table: inout YAMLTable) -> CrewBase? {
    let code = table.text("base") ?? ""
    if let base = roster.bases.first(where: { $0.id.text == code }) { return base }
    let known = roster.bases.map(\.id.text).sorted()
    remark(
      table, .error, "unknown-base", "base", found: code,
      advice: Spelling.nearest(to: code, among: known) ?? known.joined(separator: ", "))
    return nil
  }

  private mutating func member(_ table: inout YAMLTable, crew: String) -> CrewMember? {
    defer { roster.diagnostics += table.unknownKeys() }
    guard let number = table.text("number"), !number.isEmpty else {
      remark(table, .error, "missing-key", "number", advice: "add-key")
      return nil
    }
    guard isNew(number, &table, crew: crew) else { return nil }
    var member = CrewMember(id: Identifier(number), name: table.text("name") ?? number)
    member.trainedUntil = table.date("trained_until", &roster.diagnostics)
    member.authorisedUntil = table.date("authorised_until", &roster.diagnostics)
    if member.trainedUntil == nil || member.authorisedUntil == nil {
      remark(
        table, .warning, "member-without-papers", "number", found: number,
        advice: "trained_until, authorised_until")
    }
    return member
  }

  /// Whether nobody with this staff number has been read yet: one person never counts as two.
  private mutating func isNew(_ number: String, _ table: inout YAMLTable, crew: String) -> Bool {
    guard let other = memberCrews[Identifier(number)] else {
      memberCrews[Identifier(number)] = crew
      return true
    }
    for key in ["name", "trained_until", "authorised_until"] { _ = table.text(key) }
    if other == crew {
      remark(table, .error, "repeated-code", "number", found: number, advice: "first-kept")
    } else {
      remark(table, .error, "member-in-two-crews", "number", found: number, advice: other)
    }
    return false
  }

  /// Frees the members of a crew that is left out, so that they count where they come next.
  private mutating func release(_ members: [CrewMember]) {
    for member in members { memberCrews[member.id] = nil }
  }

  private mutating func readLimits(_ table: inout YAMLTable, _ crew: inout Crew?) {
    if let duty = table.duration("duty", &roster.diagnostics) { crew?.maximumDuty = duty }
    if let driving = table.duration("driving", &roster.diagnostics) {
      crew?.maximumDriving = driving
    }
    if let stops = table.integer("stops", in: 1...200, &roster.diagnostics) {
      crew?.maximumStops = stops
    }
    roster.diagnostics += table.unknownKeys()
  }
}

// Days and hours.

extension CrewReader {
  /// Working hours by weekday: keys are days (`mon`) or spans of days (`mon-fri`).
  private mutating func shifts(_ table: inout YAMLTable) -> [Weekday: TimeWindow] {
    guard var days = table.table("shifts") else { return [:] }
    var shifts: [Weekday: TimeWindow] = [:]
    for key in days.keys {
      let text = days.text(key) ?? ""
      guard let span = Self.weekdays(key) else {
        remark(days, .error, "unknown-weekday", key, found: key, advice: "mon, mon-fri")
        continue
      }
      guard let window = TimeWindow(text), window.start < window.end else {
        remark(
          days, .error, "unreadable-time-window", key, found: Masking.figures(text),
          advice: "HH:MM-HH:MM")
        continue
      }
      for day in span { shifts[day] = window }
    }
    return shifts
  }

  private static func weekdays(_ text: String) -> [Weekday]? {
    if let day = Words.weekday.find(text) { return [day] }
    let ends = text.split(separator: "-").map(Words.weekday.find)
    guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
      return nil
    }
    return Weekday.allCases.filter { first <= $0 && $0 <= last }
  }

  private mutating func breaks(_ table: inout YAMLTable) -> [CrewBreak] {
    var breaks: [CrewBreak] = []
    for var entry in table.tables("breaks") {
      let text = entry.text("window") ?? ""
      let minutes = entry.integer("minutes", in: 1...240, &roster.diagnostics)
      if let window = TimeWindow(text), let minutes {
        breaks.append(CrewBreak(window: window, duration: .minutes(minutes)))
      } else if minutes != nil {
        remark(
          entry, .error, "unreadable-time-window", "window", found: Masking.figures(text),
          advice: "HH:MM-HH:MM")
      }
      roster.diagnostics += entry.unknownKeys()
    }
    return breaks.sorted { ($0.window.start, $0.window.end) < ($1.window.start, $1.window.end) }
  }

  private mutating func daysOff(_ table: inout YAMLTable) -> Set<ServiceDate> {
    var days: Set<ServiceDate> = []
    for text in table.texts("days_off") ?? [] {
      if let day = ServiceDate(text) {
        days.insert(day)
      } else {
        remark(
          table, .error, "unreadable-date", "days_off", found: Masking.figures(text),
          advice: "YYYY-MM-DD")
      }
    }
    return days
  }
}
