/// Every sentence a person reads, in one language.
///
/// A group of sentences is a struct with one property a sentence, and one value a language; a
/// sentence that is missing in a language does not compile.
public struct Phrasebook: Sendable {
  /// The language of every group below.
  public var language: Language
  /// Words for the codes of the model.
  public var words: WordPhrases
  /// Page heads, cover, checklists, end page.
  public var sheet: SheetPhrases
  /// Stop blocks and their return blocks.
  public var stop: StopPhrases
  /// Tear-off pages.
  public var dossier: DossierPhrases
  /// Maps.
  public var map: MapPhrases
  /// Steps of the way.
  public var directions: DirectionPhrases
  /// Why cases are not in a plan.
  public var reasons: ReasonPhrases
  /// What rules ask for, and why they forbid.
  public var rules: RulePhrases
  /// What is wrong with a plan.
  public var faults: FaultPhrases
  /// Remarks on what was read.
  public var remarks: RemarkPhrases
  /// What the command line says.
  public var messages: MessagePhrases
  /// What commands say beside their results.
  public var commands: CommandPhrases
  /// What commands that ask the roads say.
  public var roads: RoadPhrases
  /// What `rounds solve` says.
  public var solving: SolvePhrases
  /// What commands say of the office's private keys.
  public var keys: KeyPhrases
  /// What commands say of sync files and of what came home.
  public var sync: SyncPhrases
}
