/// A fixed number of plain values in one block of memory, for the loops that are run millions of
/// times; indices are checked in debug builds only.
///
/// Every index that reaches it comes from a `CompiledProblem`, whose `RoutingProblem` was checked.
@safe
struct FlatBuffer<Element: BitwiseCopyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating element: Element, count: Int) {
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(count, 1))
    unsafe base.initialize(repeating: element, count: Swift.max(count, 1))
    self.count = count
  }

  init(_ elements: [Element]) {
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(elements.count, 1))
    count = elements.count
    for (position, element) in elements.enumerated() {
      // SAFETY: `position` is below the capacity just allocated.
      unsafe (base + position).initialize(to: element)
    }
  }

  deinit { unsafe base.deallocate() }

  @inline(__always)
  subscript(position: Int) -> Element {
    get {
      assert(position >= 0 && position < count)
      // SAFETY: The assertion, which debug builds of the property tests exercise on every path.
      return unsafe base[position]
    }
    nonmutating set {
      assert(position >= 0 && position < count)
      // SAFETY: As above.
      unsafe base[position] = newValue
    }
  }

  /// Overwrites all elements with those of `other`, which has as many.
  @inline(__always)
  func copy(from other: borrowing FlatBuffer) {
    assert(count == other.count)
    // SAFETY: Both blocks hold `count` elements and are distinct allocations.
    unsafe base.update(from: other.base, count: count)
  }
}
