import FieldModel
import Quantities

/// Reads the entries of compact columns: contacts, holds, risk flags, wishes, consents, approvals.
///
/// Entries stand between semicolons or on lines of their own, their words between spaces. A
/// trailing remark of an entry that no rule asks for makes it unreadable, so that nothing is
/// understood by half.
struct CompactList {
  /// Why an entry cannot be read: what to repeat of it and a hint.
  struct Problem: Error {
    var found: String
    var advice = ""
  }

  /// How dates with the year last are read.
  var order: DateOrder?
  /// How far local clocks are ahead of UTC, in minutes.
  var offsetMinutes: Int16
  /// The day of the file, the last on which something can have happened.
  var asOf: ServiceDate

  /// The entries of `text`.
  static func entries(_ text: String) -> [Substring] {
    Spelling.split(text) { ";；|\n\r".unicodeScalars.contains($0) }
  }

  /// `2026-11-03 10:30 call no-answer`.
  func contact(_ entry: Substring) throws(Problem) -> ContactAttempt {
    let words = words(entry)
    guard words.count == 4 else { throw Problem(found: "", advice: "date time channel result") }
    let date = try day(words[0])
    guard let time = TimeOfDay(Spelling.halfWidth(String(words[1]))) else {
      throw Problem(found: Masking.figures(String(words[1])), advice: "time-as-hh:mm")
    }
    let channel = try word(words[2], Words.channel)
    let result = try word(words[3], Words.result)
    let at = Instant(date: date, time: time, offsetMinutes: offsetMinutes)
    guard date <= asOf else { throw Problem(found: date.description, advice: "after-file-date") }
    return ContactAttempt(channel: channel, at: at, result: result)
  }

  /// `dispute 2026-10-01..2026-12-31`, `hardship 2026-11-01`, or a kind alone from today.
  func hold(_ entry: Substring) throws(Problem) -> Hold {
    let words = words(entry)
    guard let first = words.first, words.count <= 2 else {
      throw Problem(found: "", advice: "kind from..until")
    }
    let kind = try word(first, Words.hold)
    guard words.count == 2 else { return Hold(kind: kind, from: asOf) }
    let (from, until) = try span(words[1])
    return Hold(kind: kind, from: from, until: until)
  }

  /// `dog-loose home 2026-05-01 visit`: factor, kind of address if it is of one, day, source.
  ///
  /// The address is named by its kind until the case is whole.
  func riskFlag(_ entry: Substring) throws(Problem) -> RiskFlag {
    var words = words(entry)
    guard words.count == 3 || words.count == 4 else {
      throw Problem(found: "", advice: "factor address date source")
    }
    let factor = try word(words.removeFirst(), Words.risk)
    var address: Identifier<Address>?
    if words.count == 3 {
      address = PendingAddress.identifier(try word(words.removeFirst(), Words.addressKind))
    }
    let (from, until) = try span(words[0])
    return RiskFlag(
      factor: factor, address: address, source: String(words[1].prefix(40)), recorded: from,
      expires: until)
  }

  /// `18:00-20:00`, `not-on sun`, `not-at work`, `letters-only`.
  func wish(_ entry: Substring) throws(Problem) -> ContactWish {
    let words = words(entry)
    let form = "HH:MM-HH:MM | not-on day | not-at address | letters-only"
    guard let last = words.last, words.count <= 2 else { throw Problem(found: "", advice: form) }
    guard words.count == 2 else {
      if let window = window(last) { return .onlyBetween(window) }
      if Self.lettersOnly.find(last) != nil { return .lettersOnly }
      throw Problem(found: Masking.word(String(last), known: Self.lettersOnly.known), advice: form)
    }
    switch try word(words[0], Self.wishVerbs) {
    case .only:
      guard let window = window(last) else { throw Problem(found: "", advice: form) }
      return .onlyBetween(window)
    case .notOn: return .notOn(try word(last, Words.weekday))
    case .notAt: return .notAt(PendingAddress.identifier(try word(last, Words.addressKind)))
    }
  }

  /// `visit 2026-11-01..2027-05-01 letter-123`: what, given and last day, where the proof is.
  func consent(_ entry: Substring) throws(Problem) -> Consent {
    let words = words(entry)
    guard words.count == 3 else { throw Problem(found: "", advice: "kind given..expires evidence") }
    let kind = try word(words[0], Words.consent)
    let (given, expires) = try span(words[1])
    guard let expires else { throw Problem(found: given.description, advice: "given..expires") }
    guard given <= asOf else { throw Problem(found: given.description, advice: "after-file-date") }
    return Consent(
      kind: kind, given: given, expires: expires, evidence: String(words[2].prefix(80)))
  }

  /// `risk.high 2026-12-31 manager-07 seen at branch`: rule, last day, who, why.
  func approval(_ entry: Substring) throws(Problem) -> Approval {
    let words = words(entry)
    guard words.count >= 4, words[0].utf8.count <= 60,
      words[0].utf8.allSatisfy({ $0 < 128 })
    else { throw Problem(found: "", advice: "rule expires by reason") }
    return Approval(
      rule: String(words[0]), by: String(words[2].prefix(60)),
      reason: String(words[3...].joined(separator: " ").prefix(200)), expires: try day(words[1]))
  }

  /// A span of the day, with any kind of dash.
  func window(_ text: Substring) -> TimeWindow? {
    var plain = Spelling.halfWidth(String(text))
    for dash in ["–", "—", "~", "～", "至", "到"] { plain.replace(dash, with: "-") }
    return TimeWindow(plain)
  }

  private enum WishVerb { case only, notOn, notAt }

  private static let wishVerbs = WordList<WishVerb>([
    (.only, ["only", "仅限", "只在"]), (.notOn, ["not-on", "不在日", "避开"]),
    (.notAt, ["not-at", "不去", "勿到"]),
  ])

  private static let lettersOnly = WordList<Bool>([
    (true, ["letters-only", "仅信函", "只收信函", "仅书面"])
  ])

  private func words(_ entry: Substring) -> [Substring] {
    Spelling.split(entry, where: Spelling.isBlank)
  }

  private func word<Value>(_ text: Substring, _ list: WordList<Value>) throws(Problem) -> Value {
    guard let value = list.find(text) else {
      throw Problem(
        found: Masking.word(String(text), known: list.known), advice: list.nearest(to: text))
    }
    return value
  }

  private func day(_ text: some StringProtocol) throws(Problem) -> ServiceDate {
    do throws(DateText.Problem) {
      return try DateText.read(String(text), order: order).date
    } catch {
      throw Problem(found: Masking.figures(String(text)), advice: error.hint)
    }
  }

  private func span(_ text: Substring) throws(Problem) -> (ServiceDate, ServiceDate?) {
    let plain = text.replacing("..", with: "~")
    let ends = plain.unicodeScalars.split(
      maxSplits: 1, omittingEmptySubsequences: false
    ) { "~～至到".unicodeScalars.contains($0) }
    let from = try day(Substring(ends[0]))
    guard ends.count == 2, !ends[1].isEmpty else { return (from, nil) }
    let until = try day(Substring(ends[1]))
    guard from <= until else {
      throw Problem(found: Masking.figures(String(text)), advice: "ends-before-start")
    }
    return (from, until)
  }
}

/// An address of a case that is named by its kind while the case is still being put together.
enum PendingAddress {
  private static let mark = "kind:"

  /// A stand-in for all addresses of a kind.
  static func identifier(_ kind: AddressKind) -> Identifier<Address> {
    Identifier(mark + kind.rawValue)
  }

  /// The kind that `identifier` stands in for; `nil` for an address's own.
  static func kind(_ identifier: Identifier<Address>) -> AddressKind? {
    guard identifier.text.hasPrefix(mark) else { return nil }
    return AddressKind(rawValue: String(identifier.text.dropFirst(mark.count)))
  }
}
