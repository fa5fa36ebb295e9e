public import FieldModel

/// What commands say beside their results: what went wrong, and what to do about it.
public struct CommandPhrases: Sendable {
  /// The folder.
  public var noWorkspace: @Sendable (String) -> String
  /// The folder.
  public var workspaceExists: @Sendable (String) -> String
  /// The first `crews.yaml` of a workspace: an explained example.
  public var crewsTemplate: String
  /// Roads are asked for before a map was built.
  public var noMap: String
  /// The file and the reason's code.
  public var badMapFile: @Sendable (String, String) -> String
  /// The file and SQLite's word.
  public var databaseDamaged: @Sendable (String, String) -> String
  /// The file.
  public var databaseNewer: @Sendable (String) -> String
  /// The file.
  public var diskFull: @Sendable (String) -> String
  /// The file.
  public var fileTooLarge: @Sendable (String) -> String
  /// The file.
  public var fileUnreadable: @Sendable (String) -> String
  /// The file of a travel profile.
  public var profileUnreadable: @Sendable (String) -> String
  /// The mode, its file, and whether that comes with the program.
  public var profileLine: @Sendable (String, String, Bool) -> String
  /// The file.
  public var fileExists: @Sendable (String) -> String
  /// The mode, roads in it, roads left out.
  public var modeLine: @Sendable (String, Int, Int) -> String
  /// Places, streets, house numbers.
  public var placesLine: @Sendable (Int, Int, Int) -> String
  /// Two corners.
  public var boundsLine: @Sendable (String) -> String
  /// A day.
  public var dataOf: @Sendable (String) -> String
  /// Whether traffic keeps left.
  public var drivingSide: @Sendable (Bool) -> String
  /// The code of the error and what was found.
  public var caseFileError: @Sendable (String, String) -> String
  /// How many more.
  public var moreRemarks: @Sendable (Int) -> String
  /// The case.
  public var caseConflict: @Sendable (String) -> String
  /// The case.
  public var unknownCase: @Sendable (String) -> String
  /// Stands in place of the hours of a day on which no visit is lawful.
  public var noHours: String
  /// The case.
  public var holdPlaced: @Sendable (String) -> String
  /// How many flags, and from which day on.
  public var holdsLifted: @Sendable (Int, String) -> String
  /// How many flags, and from which day on.
  public var holdsWouldBeLifted: @Sendable (Int, String) -> String
  /// The first free day, who, why.
  public var liftedBy: @Sendable (String, String, String) -> String
  /// The case, the kind of flag.
  public var noHoldToLift: @Sendable (String, String) -> String
  /// The case, the kind of flag: it is the lender's, or was lifted or ends already.
  public var holdOfOthers: @Sendable (String, String) -> String
  /// The case.
  public var holdIsContested: @Sendable (String) -> String
  /// The case.
  public var approvalRecorded: @Sendable (String) -> String
  /// A number from 1.
  public var territoryName: @Sendable (Int) -> String
  /// How many borrowers.
  public var outsideTerritories: @Sendable (Int) -> String
  /// The territory.
  public var unknownTerritory: @Sendable (String) -> String
  /// The crew.
  public var unknownCrew: @Sendable (String) -> String
  /// The territories.
  public var lockedTerritories: @Sendable (String) -> String
  /// Follows the name of a territory that a rebuild keeps.
  public var lockedMark: String
  /// Territories cannot be cut: no open case has a place yet.
  public var nothingLocated: String
  /// How many there are, how many there may be.
  public var tooManyBorrowers: @Sendable (Int, Int) -> String
  /// Borrowers, work, deviation in per mille, time to the centre, compactness in per mille, pieces.
  public var territoryLine: @Sendable (Int, String, Int, String, Int, Int) -> String
  /// The file.
  public var notGeoJSON: @Sendable (String) -> String
  /// The file and the territory.
  public var repeatedTerritory: @Sendable (String, String) -> String
  /// The file and the territory.
  public var notAPolygon: @Sendable (String, String) -> String
  /// Day, time, crew, visit.
  public var plannedAt: @Sendable (String, String, String, String) -> String
  /// A command needs a plan and none is stored.
  public var noPlan: String
  /// The plan's code.
  public var unknownPlan: @Sendable (String) -> String
  /// The address.
  public var unknownAddress: @Sendable (String) -> String
  /// The position.
  public var outsideMap: @Sendable (String) -> String
  /// Why a person should look at where an address was located.
  public var locatingDoubt: @Sendable (LocatingDoubt) -> String
  /// The list of tasks is empty.
  public var noFollowUps: String
  /// The crew.
  public var packedAlready: @Sendable (String) -> String
  /// What was typed is no day key, by length or check character.
  public var wrongDayKey: String
  /// Asks for the key that opens a pack.
  public var askDayKey: String
  /// The file and what was found.
  public var packUnreadable: @Sendable (String, String) -> String
  /// The file, the line, what was found.
  public var scriptFault: @Sendable (String, Int, String) -> String
  /// The code.
  public var headCode: @Sendable (String) -> String
  /// Asks which stop is recorded next; an empty answer ends the day.
  public var askStop: String
  /// Asks for an outcome's code; an empty answer goes back to the stops.
  public var askOutcome: String
  /// Asks who was at the door, before the numbered choices.
  public var askMet: String
  /// Asks what was learnt of the address, before the numbered choices.
  public var askAddress: String
  /// Asks for amount, currency, day and channel of a promise, with an example.
  public var askPromise: String
  /// Asks for amount, currency, channel and receipt number of a payment, which may stay empty.
  public var askPayment: String
  /// Asks for one more payment, which may stay empty.
  public var askNextPayment: String
  /// Asks for the numbers of checklist items that were done, which may stay empty.
  public var askItemsDone: String
  /// Asks for the numbers of those that did not apply, which may stay empty.
  public var askItemsNotApplicable: String
  /// Asks for the numbers of those that were not done, which may stay empty.
  public var askItemsNotDone: String
  /// The item: asks why it was not done; an empty answer leaves it unanswered.
  public var askItemReason: @Sendable (String) -> String
  /// How many items stay unanswered, and how many of them are mandatory.
  public var itemsUnanswered: @Sendable (Int, Int) -> String
  /// What was typed and is no answer to the question, which comes again.
  public var notUnderstood: @Sendable (String) -> String
  /// Asks for a day and a time.
  public var askAppointment: String
  /// Asks for a free note, which may stay empty.
  public var askNote: String
  /// The visit.
  public var visitSealed: @Sendable (String) -> String
  /// Logs cannot be opened: no key pair was made in this workspace.
  public var noOfficeKey: String
  /// Trips, records, whether it is complete, gaps, forks.
  public var logLine: @Sendable (String, Int, Bool, String, Int) -> String
  /// Visits, things to settle, quarantined lines.
  public var statusLine: @Sendable (Int, Int, Int) -> String
  /// The day.
  public var nothingToPrint: @Sendable (String) -> String
  /// The plan's code.
  public var planStale: @Sendable (String) -> String
  /// What to dial: in mainland China, or elsewhere.
  public var emergencyNumbers: @Sendable (Bool) -> [(label: String, number: String)]
  /// Column of a report: promises that were not kept.
  public var reportBroken: String
  /// Column of a report: incidents.
  public var reportIncidents: String
  /// Column of a report: complaints.
  public var reportComplaints: String
  /// What a long piece of work is at, by the code of its stage.
  public var stage: @Sendable (String) -> String
  /// What a rule found, with its values.
  public var verdict: @Sendable (VerdictCode, VerdictValues) -> String
}

/// The values of a verdict's sentence; what is missing reads as a dash.
public struct VerdictValues: Sendable {
  private let values: [String]

  init(_ values: [String]) { self.values = values }

  subscript(position: Int) -> String { position < values.count ? values[position] : "–" }

  /// All values in one.
  var all: String { values.joined(separator: " ") }
}

extension Phrasebook {
  /// What a rule found, as a sentence.
  public func sentence(for code: VerdictCode, _ arguments: [String]) -> String {
    commands.verdict(code, VerdictValues(arguments))
  }
}
