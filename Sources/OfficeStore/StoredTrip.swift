public import FieldModel
public import Quantities

/// A trip that the office sent out: who may send records home under it.
public struct StoredTrip: Hashable, Sendable {
  /// The trip's id.
  public var id: String
  /// The plan it was made from.
  public var planCode: String
  /// Who went.
  public var crew: Identifier<Crew>
  /// On which day.
  public var date: ServiceDate
  /// The endorsing public key, as a JWK.
  public var endorsingKey: String
  /// The day key in its typed form; sheets printed again need it.
  public var dayKey: String
  /// When the pack was made.
  public var issuedAt: Instant
  /// The thumbprint of the office key that the trip's logs are sealed to; `nil` for a trip that was
  /// packed before that was kept.
  public var officeKey: String?

  /// A trip as sent out.
  public init(
    id: String, planCode: String, crew: Identifier<Crew>, date: ServiceDate, endorsingKey: String,
    dayKey: String, issuedAt: Instant, officeKey: String? = nil
  ) {
    self.id = id
    self.planCode = planCode
    self.crew = crew
    self.date = date
    self.endorsingKey = endorsingKey
    self.dayKey = dayKey
    self.issuedAt = issuedAt
    self.officeKey = officeKey
  }
}
