public import FieldModel
public import Quantities

/// What territories are made of: one borrower at one place.
public struct TerritoryUnit: Hashable, Sendable {
  /// Who is visited there.
  public var borrower: Identifier<Borrower>
  /// Where.
  public var coordinate: Coordinate
  /// How long the visits there are expected to take.
  public var service: Seconds

  /// A borrower at a place.
  public init(borrower: Identifier<Borrower>, coordinate: Coordinate, service: Seconds) {
    self.borrower = borrower
    self.coordinate = coordinate
    self.service = service
  }
}
