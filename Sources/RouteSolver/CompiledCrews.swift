import Quantities

/// What crews may do over all days, every absent limit spelled out.
struct CompiledCrews: ~Copyable {
  let count: Int
  let maxDriving: FlatBuffer<Int64>
  let maxWork: FlatBuffer<Int64>

  init(_ crews: [RoutingCrew]) {
    count = crews.count
    maxDriving = FlatBuffer(crews.map { $0.maxDriving.map { Int64($0.value) } ?? .max })
    maxWork = FlatBuffer(crews.map { $0.maxWork.map { Int64($0.value) } ?? .max })
  }

  /// Whether a crew has any limit.
  static func isLimited(_ crew: RoutingCrew) -> Bool {
    crew.maxDriving != nil || crew.maxWork != nil
  }
}
