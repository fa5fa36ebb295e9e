/// A tear-off page about one person, for the talk at the door.
///
/// It has a place only for what may be carried on paper. Other parties, contact history, scores,
/// other addresses, full telephone numbers, health, and contract or account numbers have none.
public struct Dossier: Hashable, Sendable {
  /// What is owed on one case; shown to the person concerned only, after identity is proved.
  public struct SealedCase: Hashable, Sendable {
    public var title: String
    public var facts: [SheetFact]
  }

  public var title: String
  public var stopNumber: Int
  /// One token a case.
  public var tokens: [CaseToken]
  /// The case numbers; empty at the highest level.
  public var caseNumbers: String
  /// The person's name; empty at the highest level.
  public var person: String
  /// Telephone with the middle digits masked, language, needs at the door.
  public var practical: [SheetFact]
  public var icons: [SheetIcon]
  public var purpose: String
  public var wishesTitle: String
  public var wishes: [String]
  public var carriedTitle: String
  /// The documents that go along.
  public var carried: [TickLine]
  public var rightsTitle: String
  public var rights: [String]
  public var neverTitle: String
  /// What must not be said or done.
  public var never: [String]
  /// How money can be paid; cash is not among it.
  public var channelsTitle: String
  public var channels: [String]
  /// Above the fold: who may see what stands below.
  public var sealNotice: String
  public var sealed: [SealedCase]
  /// How the page comes back.
  public var returnNotice: String
}
