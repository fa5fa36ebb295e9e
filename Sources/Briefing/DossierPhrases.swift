/// Sentences of the tear-off pages.
public struct DossierPhrases: Sendable {
  /// The heading of the page.
  public var title: String
  /// Label of the case numbers.
  public var caseNumber: String
  /// Label of the masked telephone number.
  public var phone: String
  /// Label of the language the person speaks.
  public var language: String
  /// Label of what the person needs at the door.
  public var access: String
  /// Label of the hours at which the person is usually there.
  public var likelyIn: String
  /// Label of what the visit is for.
  public var purpose: String
  /// Heading of the person's wishes.
  public var wishes: String
  /// Stands where no wishes are on file.
  public var noWishes: String
  /// Heading of the documents that go along.
  public var carried: String
  /// What goes along to every talk.
  public var carriedItems: [String]
  /// Heading of what is said at the start.
  public var rights: String
  /// What the person is told.
  public var rightsLines: [String]
  /// Heading of what must not be said or done.
  public var never: String
  /// What must not be said or done.
  public var neverLines: [String]
  /// Heading of the ways to pay.
  public var channels: String
  /// Points to the letter where the office names no way to pay.
  public var channelsInLetter: String
  /// Where to complain, by a telephone number.
  public var complaint: @Sendable (String) -> String
  /// The notice at the fold: who may see what stands below.
  public var seal: String
  /// Heads what is owed on one case, by its number.
  public var sealedCase: @Sendable (String) -> String
  /// Label of the lender's name.
  public var lender: String
  /// Label of a loan's product.
  public var product: String
  /// Label of the sum overdue.
  public var overdue: String
  /// Label of how long it is overdue.
  public var daysLate: String
  /// A count of days with its unit.
  public var days: @Sendable (Int) -> String
  /// Label of the moment the figures are of.
  public var asAt: String
  /// How the page comes back or is destroyed.
  public var returned: String
}
