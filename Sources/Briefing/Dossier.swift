/// A tear-off page about one person, for the talk at the door.
///
/// It has a place only for what may be carried on paper. Other parties, contact history, scores,
/// other addresses, full telephone numbers, health, and contract or account numbers have none.
public struct Dossier: Hashable, Sendable {
  /// What is owed on one case; shown to the person concerned only, after identity is proved.
  public struct SealedCase: Hashable, Sendable {
    /// The case number with its label.
    public var title: String
    /// Lender, each loan's product, sum overdue and days overdue, and as at when.
    public var facts: [SheetFact]
  }

  /// The heading of the page.
  public var title: String
  /// The stop's position on the sheet, from 1.
  public var stopNumber: Int
  /// One token a case.
  public var tokens: [CaseToken]
  /// The case numbers; empty at the highest level.
  public var caseNumbers: String
  /// The person's name; empty at the highest level.
  public var person: String
  /// Telephone with the middle digits masked, language, needs at the door.
  public var practical: [SheetFact]
  /// The signs of the stop block, repeated.
  public var icons: [SheetIcon]
  /// What the visit is for in full; its code at the highest level.
  public var purpose: String
  /// The heading over ``wishes``.
  public var wishesTitle: String
  /// One sentence a wish of the borrower, or that there are none.
  public var wishes: [String]
  /// The heading over ``carried``.
  public var carriedTitle: String
  /// The documents that go along.
  public var carried: [TickLine]
  /// The heading over ``rights``.
  public var rightsTitle: String
  /// What the person is told at the start, one sentence each.
  public var rights: [String]
  /// The heading over ``never``.
  public var neverTitle: String
  /// What must not be said or done.
  public var never: [String]
  /// The heading over ``channels``.
  public var channelsTitle: String
  /// One line a way to pay, cash not among them, then where to complain.
  public var channels: [String]
  /// Above the fold: who may see what stands below.
  public var sealNotice: String
  /// Below the fold, one a case; empty at the highest level.
  public var sealed: [SealedCase]
  /// How the page comes back.
  public var returnNotice: String
}
