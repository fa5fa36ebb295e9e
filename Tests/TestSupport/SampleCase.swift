public import FieldModel
public import Quantities

/// Cases and crews that the rules of `CN` let meet on any ordinary day after ``firstDay``; tests
/// change one thing at a time.
public enum SampleCase {
  /// Tuesday, 10 March 2026: the first day of sample plans.
  public static let firstDay = date("2026-03-10")
  /// The morning before, when sample plans are made.
  public static let now = Instant(
    date: date("2026-03-09"), time: TimeOfDay(hour: 8), offsetMinutes: 480)

  /// An open case of borrower `B<number>`: one verified home, three attempts made over two days
  /// and a visit announced.
  public static func lawful(_ number: Int, at place: Coordinate) -> LoanCase {
    let loan = Loan(
      id: "L\(number)", product: "consumer",
      overdue: Money(minorUnits: 100_000, currency: .cny), overdueSince: date("2026-01-10"))
    var loanCase = LoanCase(
      id: "C\(number)", lender: "BANK", borrower: Borrower(id: "B\(number)", name: "甲"),
      loans: [loan])
    loanCase.addresses = [home(number, at: place)]
    loanCase.contacts = [
      contact(.sms, "2026-02-25"), contact(.call, "2026-02-26"), contact(.call, "2026-03-02"),
      contact(.sms, "2026-03-07", .visitAnnounced),
    ]
    return loanCase
  }

  /// A verified home `A<number>`.
  public static func home(_ number: Int, at place: Coordinate) -> Address {
    var address = Address(id: "A\(number)", kind: .home, text: "滨河路 \(number) 号")
    address.status = .verified
    address.location = Location(coordinate: place, precision: .house, source: .given)
    return address
  }

  /// A contact at ten in the morning of a day.
  public static func contact(
    _ channel: ContactChannel, _ day: String, _ result: ContactResult = .noAnswer
  ) -> ContactAttempt {
    ContactAttempt(
      channel: channel,
      at: Instant(date: date(day), time: TimeOfDay(hour: 10), offsetMinutes: 480), result: result)
  }

  /// A crew of two with papers in order, at work from 08:30 to 17:30 every day.
  public static func crew(
    _ id: Identifier<Crew>, at base: Coordinate, mode: TravelMode = .car
  ) -> Crew {
    let members = [1, 2].map { number in
      var member = CrewMember(id: "\(id)-\(number)", name: "某")
      member.trainedUntil = date("2026-12-31")
      member.authorisedUntil = date("2026-12-31")
      return member
    }
    var crew = Crew(
      id: id, name: id.text, members: members,
      base: CrewBase(id: "O-\(id)", name: "office", address: "", coordinate: base), mode: mode)
    let shift = TimeWindow(
      start: TimeOfDay(hour: 8, minute: 30), end: TimeOfDay(hour: 17, minute: 30))
    for weekday in Weekday.allCases { crew.shifts[weekday] = shift }
    return crew
  }

  private static func date(_ text: String) -> ServiceDate {
    guard let date = ServiceDate(text) else { preconditionFailure("no day \(text)") }
    return date
  }
}
