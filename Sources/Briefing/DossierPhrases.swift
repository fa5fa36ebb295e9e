/// Sentences of the tear-off pages.
public struct DossierPhrases: Sendable {
  public var title: String
  public var caseNumber: String
  public var phone: String
  public var language: String
  public var access: String
  public var likelyIn: String
  public var purpose: String
  public var wishes: String
  public var noWishes: String
  public var carried: String
  /// What goes along to every talk.
  public var carriedItems: [String]
  public var rights: String
  /// What the person is told.
  public var rightsLines: [String]
  public var never: String
  /// What must not be said or done.
  public var neverLines: [String]
  public var channels: String
  public var channelsInLetter: String
  public var complaint: @Sendable (String) -> String
  public var seal: String
  public var sealedCase: @Sendable (String) -> String
  public var lender: String
  public var product: String
  public var overdue: String
  public var daysLate: String
  public var days: @Sendable (Int) -> String
  public var asAt: String
  public var returned: String
}
