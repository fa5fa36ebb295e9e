/// A dense position of an `Element` in one network, plan or problem; meaningless in another.
public struct Index<Element>: Hashable, Comparable, Sendable {
  /// The position, from 0.
  public let raw: UInt32

  /// The position `raw`.
  @inlinable
  public init(_ raw: UInt32) { self.raw = raw }

  /// The position `position`, which must fit in 32 bits.
  @inlinable
  public init(_ position: Int) { self.raw = UInt32(position) }

  /// The position as an offset into an array.
  @inlinable
  public var position: Int { Int(raw) }

  /// Whether the left position comes first.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

extension Index: CustomStringConvertible {
  /// The position after a number sign: `#7`.
  public var description: String { "#\(raw)" }
}

/// An array that only the indices of its own `Subject` open.
public struct IndexedArray<Subject, Element> {
  /// The elements in order.
  public var elements: [Element]

  /// An array of `elements`.
  @inlinable
  public init(_ elements: [Element] = []) { self.elements = elements }

  /// An array of `count` copies of `element`.
  @inlinable
  public init(repeating element: Element, count: Int) {
    self.elements = Array(repeating: element, count: count)
  }

  /// How many elements there are.
  @inlinable
  public var count: Int { elements.count }

  /// Every index, in order.
  @inlinable
  public var indices: LazyMapSequence<Range<Int>, Index<Subject>> {
    (0..<elements.count).lazy.map { Index<Subject>($0) }
  }

  /// The element at `index`.
  @inlinable
  public subscript(index: Index<Subject>) -> Element {
    get { elements[index.position] }
    set { elements[index.position] = newValue }
  }

  /// Adds `element` at the end and tells its index.
  @inlinable
  @discardableResult
  public mutating func append(_ element: Element) -> Index<Subject> {
    elements.append(element)
    return Index(elements.count - 1)
  }
}

extension IndexedArray: Sendable where Element: Sendable {}
extension IndexedArray: Equatable where Element: Equatable {}
