import FieldModel
import Quantities
import VisitRules

extension VisitRequestMaker {
  /// What the rules say of one address on every day of the plan.
  struct AssessedPlace {
    let address: Address
    let days: [VisitAssessment]
  }

  /// The borrower's visitable, located addresses: verified ones first, then by what they are.
  ///
  /// What one open case knows against an address holds for all of them.
  static func places(of group: [LoanCase]) -> [Address] {
    var seen: Set<Identifier<Address>> = []
    let copies = group.flatMap(\.addresses)
    let unfit = Set(
      copies.filter { !$0.status.isVisitable || $0.location?.isDoubtful == true }.map(\.id))
    let addresses = copies.filter { seen.insert($0.id).inserted }
    return addresses.filter { $0.location != nil && !unfit.contains($0.id) }
      .sorted { (rank($0), $0.id) < (rank($1), $1.id) }
  }

  private static func rank(_ address: Address) -> Int {
    let kind =
      switch address.kind {
      case .home: 0
      case .business: 1
      case .householdRegister: 2
      case .liableParty: 3
      case .work: 4
      case .other: 5
      }
    return address.status == .verified ? kind : kind + 2
  }

  /// Asks the rules about an address on every day.
  func assess(
    _ subject: Subject, at address: Address, _ purpose: VisitPurpose, _ service: Seconds
  ) -> AssessedPlace {
    var context = VisitContext(now: now, service: service)
    context.purpose = purpose
    context.promiseDue = subject.open.compactMap { promisesDue[$0.id] }.max()
    return AssessedPlace(
      address: address,
      days: dates.map { rules.assess(subject.all, address: address, on: $0, context: context) })
  }

  /// The ways to visit an address: while somebody is likely in, and at any lawful time for less.
  ///
  /// Days on which the risk differs make ways of their own, so that each states its own.
  func ways(at place: AssessedPlace, rank: Int) -> [VisitOption] {
    let allowed = place.days.filter(\.isAllowed)
    return Set(allowed.map(\.risk.tier)).sorted().flatMap { tier in
      ways(at: place.address, allowed.filter { $0.risk.tier == tier }, penalty: rank * 40)
    }
  }

  private func ways(
    at address: Address, _ days: [VisitAssessment], penalty: Int
  ) -> [VisitOption] {
    guard var anyTime = option(at: address, days, during: [.allDay]) else { return [] }
    anyTime.penalty = penalty
    let presence = Self.presence(at: address)
    guard !presence.isEmpty, var likely = option(at: address, days, during: presence) else {
      return [anyTime]
    }
    likely.penalty = penalty
    guard likely.windows != anyTime.windows else { return [likely] }
    anyTime.penalty += 120
    return [likely, anyTime]
  }

  private func option(
    at address: Address, _ days: [VisitAssessment], during presence: [TimeWindow]
  ) -> VisitOption? {
    guard let location = address.location else { return nil }
    var windows: [ServiceDate: [TimeWindow]] = [:]
    for assessment in days {
      let shared = TimeWindow.intersection(booked(assessment), presence)
      if !shared.isEmpty { windows[assessment.date] = shared }
    }
    guard !windows.isEmpty else { return nil }
    var option = VisitOption(
      address: address.id, coordinate: location.coordinate, precision: location.precision,
      windows: windows)
    option.risk = days.map(\.risk.tier).max() ?? .low
    option.minimumPersons = days.map(\.minimumPersons).max() ?? 2
    for assessment in days where windows[assessment.date] != nil {
      option.conditions[assessment.date] = assessment.conditions
    }
    return option
  }

  /// When somebody is likely to be in: as recorded, else office hours where people work.
  private static func presence(at address: Address) -> [TimeWindow] {
    if !address.presence.isEmpty { return address.presence }
    switch address.kind {
    case .work, .business:
      return [TimeWindow(start: TimeOfDay(hour: 9), end: TimeOfDay(hour: 17, minute: 30))]
    case .home, .householdRegister, .liableParty, .other: return []
    }
  }

  // MARK: Appointments

  /// The windows of a day, narrowed to the appointment if there is one: half an hour either way.
  private func booked(_ assessment: VisitAssessment) -> [TimeWindow] {
    guard isBooked(assessment.borrower), let moment = appointment(of: assessment.borrower) else {
      return assessment.windows
    }
    guard moment.date == assessment.date else { return [] }
    let around = TimeWindow(
      start: max(.midnight, moment.time - .minutes(30)), end: moment.time + .minutes(30))
    return TimeWindow.intersection(assessment.windows, [around])
  }

  /// Whether the borrower asked to be visited on a day of the plan.
  func isBooked(_ borrower: Identifier<Borrower>) -> Bool {
    appointment(of: borrower).map { dates.contains($0.date) } ?? false
  }

  /// When the borrower asked to be visited, by the clocks of the plan.
  func appointment(of borrower: Identifier<Borrower>) -> Instant? {
    appointments[borrower].map {
      Instant(secondsSinceEpoch: $0.secondsSinceEpoch, offsetMinutes: now.offsetMinutes)
    }
  }
}
