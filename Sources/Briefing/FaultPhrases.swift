/// What the checker finds wrong with a plan.
public struct FaultPhrases: Sendable {
  /// What a fault's code means.
  public var meaning: @Sendable (FaultCode) -> String
}

extension Phrasebook {
  /// What is wrong with a plan, from the fault's code; a code not known is shown as it is.
  public func sentence(forFault code: String) -> String {
    FaultCode(rawValue: code).map(faults.meaning) ?? code
  }
}
