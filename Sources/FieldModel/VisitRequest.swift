public import Quantities

/// What a visit is for; pressure is not on the list.
public enum VisitPurpose: String, Hashable, Sendable, CaseIterable {
  /// First contact at the door after softer attempts.
  case contact
  /// Confirm that the person is to be found there.
  case verifyAddress = "verify-address"
  /// Talk about a repayment plan.
  case repaymentPlan = "repayment-plan"
  /// Hand over a letter or notice.
  case deliverLetter = "deliver-letter"
  /// See after a promise that was not kept.
  case promiseFollowUp = "promise-follow-up"
  /// Look at a firm's premises.
  case firmVisit = "firm-visit"
}

/// How late the oldest arrears are.
public enum OverdueStage: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// 1–30 days.
  case m1 = 1
  /// 31–60 days.
  case m2
  /// 61–90 days.
  case m3
  /// More than 90 days.
  case m4Plus

  /// The stage of arrears `days` late; `nil` when nothing is late.
  public init?(daysPastDue days: Int) {
    guard days > 0 else { return nil }
    self = days <= 30 ? .m1 : days <= 60 ? .m2 : days <= 90 ? .m3 : .m4Plus
  }

  /// Whether the left stage is the shorter delay.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// How large the arrears are, by thresholds that the workspace sets.
public enum AmountTier: String, Hashable, Sendable, CaseIterable {
  case small, medium, large
}

/// One share of a visit's value, so that a person can see why it ranks where it does.
public struct ValuePart: Hashable, Sendable {
  /// What the share is for, a code such as `amount` or `stage`.
  public var code: String
  /// The points that the weights gave it.
  public var points: Int

  /// A share of `points` for `code`.
  public init(code: String, points: Int) {
    self.code = code
    self.points = points
  }
}

/// A place and times at which a request can be met, after the rules have had their say.
public struct VisitOption: Hashable, Sendable {
  /// Which of the borrower's addresses.
  public var address: Identifier<Address>
  /// Where a crew is sent.
  public var coordinate: Coordinate
  /// How closely that is known.
  public var precision: LocationPrecision
  /// When a visit may begin, by day of the plan, each list in order of start.
  public var windows: [ServiceDate: [TimeWindow]]
  /// How good the address is for this purpose; subtracted from the value, in points.
  public var penalty: Int
  /// How risky it is.
  public var risk: RiskTier
  /// The rules that condition a visit there, by day of the plan.
  public var conditions: [ServiceDate: [RuleCitation]]
  /// How many people must go.
  public var minimumPersons: Int

  /// A way to meet a request at an address.
  public init(
    address: Identifier<Address>, coordinate: Coordinate, precision: LocationPrecision,
    windows: [ServiceDate: [TimeWindow]]
  ) {
    self.address = address
    self.coordinate = coordinate
    self.precision = precision
    self.windows = windows
    penalty = 0
    risk = .low
    conditions = [:]
    minimumPersons = 2
  }
}

/// A visit that should be made: one borrower, all of the borrower's open cases.
public struct VisitRequest: Hashable, Sendable {
  /// The request's number, of the borrower and the plan's first day.
  public var id: Identifier<VisitRequest>
  /// Who is to be visited.
  public var borrower: Identifier<Borrower>
  /// The cases it is about, in order of id.
  public var cases: [Identifier<LoanCase>]
  /// What it is for.
  public var purpose: VisitPurpose
  /// How late the oldest arrears are.
  public var stage: OverdueStage
  /// How large the arrears are.
  public var tier: AmountTier
  /// How long it takes at the door.
  public var service: Seconds
  /// What a crew must be able to do.
  public var skills: Set<Identifier<Skill>>
  /// What it is worth, the sum of ``valueParts``.
  public var value: Int
  /// Why it is worth that.
  public var valueParts: [ValuePart]
  /// Whether it must be served before any other (a booked appointment).
  public var isAppointment: Bool
  /// Where and when it can be met, the preferred first; never empty.
  public var options: [VisitOption]

  /// A request with the places and times at which it can be met.
  public init(
    id: Identifier<VisitRequest>, borrower: Identifier<Borrower>, cases: [Identifier<LoanCase>],
    purpose: VisitPurpose, stage: OverdueStage, tier: AmountTier, service: Seconds,
    options: [VisitOption]
  ) {
    self.id = id
    self.borrower = borrower
    self.cases = cases
    self.purpose = purpose
    self.stage = stage
    self.tier = tier
    self.service = service
    self.options = options
    skills = []
    value = 0
    valueParts = []
    isAppointment = false
  }
}
