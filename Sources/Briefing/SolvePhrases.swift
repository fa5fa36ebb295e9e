/// What `rounds solve` says: of files of routing problems, of plans, and of stops left out.
public struct SolvePhrases: Sendable {
  /// A line of a file.
  public var line: @Sendable (Int) -> String
  /// What was found.
  public var found: @Sendable (String) -> String
  /// What is wrong with a file and what to do, by the code of the fault.
  public var fileFaults: [String: String]
  /// What is wrong with a plan, by the code of the fault.
  public var planFaults: [String: String]
  /// A vehicle by its number, counted from 0.
  public var vehicle: @Sendable (Int) -> String
  /// A stop by its node, counted from 0.
  public var stop: @Sendable (Int) -> String
  /// A crew that works on several days, by its number, counted from 0.
  public var crew: @Sendable (Int) -> String
  /// What was found and what is allowed.
  public var beside: @Sendable (String, String) -> String
  /// A kind of promise that keeps a stop out, by its code.
  public var constraints: [String: String]
  /// A stop whose cheapest place costs so much more than leaving it out.
  public var notWorthwhile: @Sendable (String) -> String
  /// A stop that would fit without one of these promises.
  public var barred: @Sendable (String) -> String
  /// A promise, by how much it would have to give (`nil` where it would have to go), and
  /// the vehicle that could come then.
  public var remedy: @Sendable (String, String?, String) -> String
  /// So many minutes more.
  public var minutes: @Sendable (Int) -> String
  /// So many kilometres more.
  public var kilometres: @Sendable (Int) -> String
  /// A stop that no single promise keeps out.
  public var severalConstraints: String
  /// A stop without a way there and back.
  public var unreachable: String
  /// The problem's name and kind, its stops and its vehicles.
  public var problem: @Sendable (String, String, Int, Int) -> String
  /// The cost, the routes, the stops left out, the iterations and the seconds.
  public var summary: @Sendable (String, Int, Int, String, String) -> String
  /// The score, and the rest as above.
  public var score: @Sendable (String, Int, Int, String, String) -> String
  /// Node and reason of a stop that is left out.
  public var leftOut: @Sendable (String, String) -> String
  /// The plan passed the checker and was written to a file.
  public var written: @Sendable (String) -> String
  /// The solver's own plan has so many faults, and was not written.
  public var faulty: @Sendable (String, Int) -> String
  /// The file or kind of problem, and the form in which it cannot be answered.
  public var notAsForm: @Sendable (String, String) -> String
  /// How many lines were answered, and how many could not be.
  public var linesDone: @Sendable (Int, Int) -> String
}
