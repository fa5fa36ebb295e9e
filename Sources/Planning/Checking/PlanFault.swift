public import FieldModel
public import Quantities

/// Something in a plan that must not be.
public struct PlanFault: Hashable, Sendable {
  /// What is wrong.
  public var kind: Kind
  /// On which day; `nil` when it concerns the plan as a whole.
  public var date: ServiceDate?
  /// On whose route.
  public var crew: Identifier<Crew>?
  /// At which visit.
  public var visit: Identifier<PlannedVisit>?
  /// With which case.
  public var loanCase: Identifier<LoanCase>?

  /// A fault of the plan as a whole unless told otherwise.
  public init(_ kind: Kind, visit: Identifier<PlannedVisit>? = nil) {
    self.kind = kind
    self.visit = visit
  }

  /// What can be wrong.
  public enum Kind: Hashable, Sendable {
    /// The plan's code is not that of its contents.
    case wrongCode(expected: String)
    /// The plan has no days, or more than a year of them.
    case wrongDayCount
    /// A route lies on a day that is not the plan's.
    case outsidePlan
    /// Routes are not in order of day and crew, or a crew has two on one day.
    case routesOutOfOrder
    /// A time or length lies outside anything a day can hold.
    case absurdTime
    case emptyRoute
    case unknownCrew
    /// A rule keeps the crew from going out.
    case crewForbidden(RuleCitation)
    /// The crew is free on that day.
    case noShift
    case outsideShift(TimeWindow)
    case tooManyStops(limit: Int)
    case dutyExceeded(limit: Seconds)
    case drivingExceeded(limit: Seconds)
    /// Too long at the wheel without a pause.
    case continuousDrivingExceeded(limit: Seconds)
    /// A break that the crew is owed is not planned.
    case breakMissing(TimeWindow)
    /// A break lies where the crew drives or visits, or answers to none that the crew is owed.
    case breakMisplaced
    /// The roads do not lead there by the crew's means.
    case unreachable
    case travelMisstated(expected: Seconds)
    case arrivalMisstated(expected: TimeOfDay)
    /// The visit begins before the crew is there and rested.
    case startsTooEarly
    case returnMisstated(expected: TimeOfDay)
    /// The visit does not begin in the window that the plan states.
    case outsideStatedWindow
    /// The visit begins when the rules do not let it.
    case outsideLawfulWindow([TimeWindow])
    /// The borrower agreed to be visited at another moment.
    case outsideAppointment(Instant)
    /// A rule forbids the visit on that day.
    case forbidden(RuleCitation, VerdictName)
    /// The plan does not name a rule that conditions the visit.
    case conditionMissing(RuleCitation)
    case riskUnderstated(expected: RiskTier)
    case tooFewPersons(needed: Int)
    case missingSkill(Identifier<Skill>)
    case unknownCase
    /// The case is not the borrower's.
    case foreignCase
    case closedCase
    /// The stop leaves out an open case of its borrower.
    case caseNotTaken
    /// A stop without cases, or with cases out of order.
    case wrongCaseList
    /// The address is not one of the stop's cases.
    case foreignAddress
    case addressNotVisitable(AddressStatus)
    case notLocated
    case wrongCoordinate
    case duplicateVisit
    /// A borrower is visited twice on one day.
    case borrowerTwiceInDay
    /// A borrower is visited on more than one day of the plan.
    case plannedTwice
    /// An open case is neither planned nor listed as left out.
    case caseDropped
    case plannedAndUnplanned
    case unplannedTwice
    case unplannedOutOfOrder
  }

  /// The code of what a rule found, such as `cap-reached`.
  public typealias VerdictName = String
}

extension PlanFault.Kind {
  /// A stable code for messages and the phrasebook.
  public var code: String {
    switch self {
    case .wrongCode: "wrong-code"
    case .wrongDayCount: "wrong-day-count"
    case .outsidePlan: "outside-plan"
    case .routesOutOfOrder: "routes-out-of-order"
    case .absurdTime: "absurd-time"
    case .emptyRoute: "empty-route"
    case .unknownCrew: "unknown-crew"
    case .crewForbidden: "crew-forbidden"
    case .noShift: "no-shift"
    case .outsideShift: "outside-shift"
    case .tooManyStops: "too-many-stops"
    case .dutyExceeded: "duty-exceeded"
    case .drivingExceeded: "driving-exceeded"
    case .continuousDrivingExceeded: "continuous-driving-exceeded"
    case .breakMissing: "break-missing"
    case .breakMisplaced: "break-misplaced"
    case .unreachable: "unreachable"
    case .travelMisstated: "travel-misstated"
    case .arrivalMisstated: "arrival-misstated"
    case .startsTooEarly: "starts-too-early"
    case .returnMisstated: "return-misstated"
    case .outsideStatedWindow: "outside-stated-window"
    case .outsideLawfulWindow: "outside-lawful-window"
    case .outsideAppointment: "outside-appointment"
    case .forbidden: "forbidden"
    case .conditionMissing: "condition-missing"
    case .riskUnderstated: "risk-understated"
    case .tooFewPersons: "too-few-persons"
    case .missingSkill: "missing-skill"
    case .unknownCase: "unknown-case"
    case .foreignCase: "foreign-case"
    case .closedCase: "closed-case"
    case .caseNotTaken: "case-not-taken"
    case .wrongCaseList: "wrong-case-list"
    case .foreignAddress: "foreign-address"
    case .addressNotVisitable: "address-not-visitable"
    case .notLocated: "not-located"
    case .wrongCoordinate: "wrong-coordinate"
    case .duplicateVisit: "duplicate-visit"
    case .borrowerTwiceInDay: "borrower-twice-in-day"
    case .plannedTwice: "planned-twice"
    case .caseDropped: "case-dropped"
    case .plannedAndUnplanned: "planned-and-unplanned"
    case .unplannedTwice: "unplanned-twice"
    case .unplannedOutOfOrder: "unplanned-out-of-order"
    }
  }
}
