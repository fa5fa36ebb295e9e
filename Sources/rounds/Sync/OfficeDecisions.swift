import ArgumentParser
import Foundation
import OfficeStore
import Quantities
import VisitSync

/// A decision as answers state it.
struct DecisionAnswer: Encodable {
  let identity: String
  let by: String
  let at: String
  let reason: String

  init(_ decision: OfficeDecision) {
    identity = decision.identity.text
    by = decision.by
    at = decision.at.description
    reason = decision.reason
  }
}

/// Who decides, and why; kept with the decision.
struct DecisionOptions: ParsableArguments {
  @Option(help: "Who decides.")
  var by: String
  @Option(help: "Why; keep names and addresses out of it.")
  var reason: String
  @Flag(help: "Tell what would be decided, and change nothing.")
  var dryRun = false

  func validate() throws {
    for (name, text) in [("--by", by), ("--reason", reason)] {
      let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
      guard (1...500).contains(text.count) else {
        throw ValidationError("\(name): 1 to 500 characters are needed.")
      }
    }
  }
}

extension Workspace {
  /// Every decision of the office.
  func decisions() throws -> [OfficeDecision] {
    try stored { try $0.listDecisions().map { try $0.decision() } }
  }

  /// Keeps a decision, and derives anew what visits did to cases.
  func keep(_ decision: OfficeDecision) throws {
    try stored {
      try $0.save([StoredDecision(identity: decision.identity.text, body: decision.text)])
    }
    try refreshEffects()
  }
}
