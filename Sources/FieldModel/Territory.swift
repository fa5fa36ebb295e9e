public import Quantities

/// An area whose cases belong together, worked by one crew.
public struct Territory: Hashable, Sendable {
  /// The territory's code.
  public var id: Identifier<Territory>
  /// What people call it.
  public var name: String
  /// The borrowers in it, in order of id: the truth, of which the outline is only a picture.
  public var borrowers: [Identifier<Borrower>]
  /// Its outline, outer rings only; drawn by hand or around its borrowers.
  public var outline: [[Coordinate]]
  /// Whether a rebuild must leave it as it is.
  public var isLocked: Bool
  /// Who works it.
  public var crew: Identifier<Crew>?
  /// What it is expected to take: visits and the travel between them.
  public var workload: Seconds

  /// A territory of some borrowers.
  public init(
    id: Identifier<Territory>, name: String, borrowers: [Identifier<Borrower>],
    outline: [[Coordinate]] = []
  ) {
    self.id = id
    self.name = name
    self.borrowers = borrowers
    self.outline = outline
    isLocked = false
    workload = .zero
  }
}
