/// What is wrong with a routing problem; positions count from 0.
public enum RoutingProblemError: Error, Hashable, Sendable {
  /// There is no matrix.
  case noMatrix
  /// A matrix has another number of locations than the first, or not `count * count` entries.
  case matrixShape(matrix: Int)
  /// A duration or distance is negative or absurd.
  case matrixEntry(matrix: Int, from: Int, to: Int)
  /// More locations, stops, vehicles or pairs of the latter than can be handled.
  case tooLarge(what: String, count: Int, limit: Int)
  /// The period of a matrix does not begin after the one before and within a day, or has another
  /// number of entries than the matrix.
  case matrixPeriod(matrix: Int, period: Int)
  /// A stop's field is out of range or names something that does not exist.
  case stop(position: Int, field: String)
  /// A vehicle's field is out of range or names something that does not exist.
  case vehicle(position: Int, field: String)
  /// A spacing is negative, or its greatest difference is below its least.
  case spacing(position: Int)
  /// A crew's limit is negative, or its shifts are together too long for uneven work to be paid.
  case crew(position: Int)
  /// A weight is negative, or the costs could add up beyond 64 bits.
  case weights(field: String)
}
