import Quantities
public import RouteSolver

/// What a file of a routing problem says: the problem, and what it takes to answer in its words.
public struct RoutingFile: Sendable {
  /// The name of the problem.
  public let name: String
  /// The class of problem, such as `CVRP`; `VROOM` for that program's problems.
  public let kind: String
  /// The form it was written in.
  public let format: RoutingFileFormat
  /// Costs inside, divided by this, are those that are published.
  public let scale: Int
  /// Whether the published value is the score collected, which is to be high.
  public let isScore: Bool
  /// Whether each vehicle is one of its own; otherwise only their number counts.
  public let isClosed: Bool
  /// The problem.
  public let problem: RoutingProblem
  /// The node of the file that each stop is, counted from 0; jobs of VROOM count in their order.
  public let nodes: [Int]
  /// How many nodes the file has.
  public let nodeCount: Int
  /// What stands for one point of score inside.
  public let scoreWeight: Int64
  /// What VROOM's answer repeats from its question.
  let vroom: VROOMNames?

  /// Reads a file of any known format.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name without folder and ending, which some formats lean on.
  ///   - format: its format; guessed from the content when `nil`.
  /// - Throws: ``RoutingFileError`` with the line or JSON path of the first thing that is wrong.
  public init(
    _ bytes: [UInt8], name: String, format: RoutingFileFormat? = nil
  ) throws(RoutingFileError) {
    guard bytes.count <= RoutingFileLimits.bytes else {
      throw RoutingFileError(.tooLarge, found: "\(bytes.count)")
    }
    guard let format = format ?? RoutingFileFormat.guess(bytes) else {
      throw RoutingFileError(.unknownFormat)
    }
    switch format {
    case .tsplib, .vrplib: self = try KeywordReader(bytes, name: name, format: format).read()
    case .solomon: self = try SolomonReader.read(bytes, name: name)
    case .orienteering: self = try OrienteeringReader.read(bytes, name: name)
    case .field: self = try FieldReader.read(try JSONScanner.field(bytes))
    case .normal: self = try NormalReader.read(try JSONScanner.field(bytes))
    case .vroom: self = try VROOMReader.read(try JSONScanner.field(bytes), name: name)
    }
  }

  init(
    name: String, kind: String, format: RoutingFileFormat, scale: Int = 1, isScore: Bool = false,
    isClosed: Bool, problem: RoutingProblem, nodes: [Int], nodeCount: Int, scoreWeight: Int64 = 1,
    vroom: VROOMNames? = nil
  ) {
    self.name = name
    self.kind = kind
    self.format = format
    self.scale = scale
    self.isScore = isScore
    self.isClosed = isClosed
    self.problem = problem
    self.nodes = nodes
    self.nodeCount = nodeCount
    self.scoreWeight = scoreWeight
    self.vroom = vroom
  }

  /// The published value of a plan with these costs; what required stops left out cost is no part
  /// of it.
  public func published(_ cost: CostParts) -> Double {
    guard !isScore else {
      let total = problem.stops.reduce(Int64(0)) { $0 + $1.prize.value }
      return Double((total - cost.prizes.value) / scoreWeight)
    }
    let value = (cost.total - cost.required).value
    return Double(value) / Double(scale)
  }
}
