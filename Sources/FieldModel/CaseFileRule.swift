/// A rule that rests on the case file itself and stands in no policy pack.
public enum CaseFileRule: String, Hashable, Sendable, CaseIterable {
  case wishHours = "wish.only-between"
  case wishWeekday = "wish.not-on"
  case wishLetters = "wish.letters-only"
  case wishAddress = "wish.not-at"
  case wishAppointment = "wish.appointment"
  case caseStatus = "case.status"
  case addressStatus = "address.status"
}

extension RuleCitation {
  /// The citation of what the case file itself says.
  public init(_ rule: CaseFileRule) { self.init(ofNoPack: rule.rawValue) }

  /// The citation of a key that every pack must state and none does.
  public init(missing key: PolicyKey) { self.init(ofNoPack: key.rawValue) }

  private init(ofNoPack key: String) {
    self.init(pack: "CASE", key: key, effect: .block, source: "case file")
  }
}
