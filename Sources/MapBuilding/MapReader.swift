import COsmium

/// Reads OpenStreetMap extracts: `.osm.pbf`, `.osm`, `.osm.gz`, `.osm.bz2`.
///
/// libosmium opens the file itself; nothing else in this layer touches one.
public enum MapReader {
  /// Reads the extract in the file at `path`.
  ///
  /// - Throws: ``MapExtractError`` when nothing can be made of it: not there, of no known kind, cut
  ///   short, broken, too large, empty. What is merely odd is counted in the result.
  public static func read(path: String) throws(MapExtractError) -> MapExtract {
    try read(path: path, filter: .standard)
  }

  /// Reads an extract that is already in memory.
  ///
  /// - Parameters:
  ///   - bytes: the content of a file.
  ///   - name: the file's name without its folder; its ending tells the format.
  /// - Returns: what the standard filter keeps of it.
  /// - Throws: ``MapExtractError`` when the format is unknown or the content cannot be used.
  public static func read(_ bytes: [UInt8], name: String) throws(MapExtractError) -> MapExtract {
    try read(bytes, name: name, filter: .standard)
  }

  static func read(path: String, filter: FeatureFilter) throws(MapExtractError) -> MapExtract {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let outcome = unsafe withRequest(filter) { request in
      unsafe Outcome(name: name) { extract, message, capacity in
        // SAFETY: Swift keeps `path` alive as a C string for the call; the shim copies what it needs.
        unsafe cosmium_read(path, nil, 0, "", &request, extract, message, capacity)
      }
    }
    return try outcome.extract()
  }

  static func read(
    _ bytes: [UInt8], name: String, filter: FeatureFilter
  ) throws(MapExtractError) -> MapExtract {
    guard !bytes.isEmpty else {
      throw MapExtractError(.empty, file: name, found: "no bytes")
    }
    let format = format(of: name)
    let outcome = unsafe withRequest(filter) { request in
      unsafe Outcome(name: name) { extract, message, capacity in
        // SAFETY: The buffer is only read during the call.
        unsafe bytes.withUnsafeBytes { buffer in
          unsafe cosmium_read(
            nil, buffer.baseAddress, buffer.count, format, &request, extract, message, capacity)
        }
      }
    }
    return try outcome.extract()
  }

  /// What follows the first dot of a file's name.
  private static func format(of name: String) -> String {
    guard let dot = name.firstIndex(of: ".") else { return name }
    return String(name[name.index(after: dot)...])
  }
}

extension MapReader {
  /// What the shim answered.
  @safe
  private struct Outcome {
    typealias Read = (
      UnsafeMutablePointer<OpaquePointer?>, UnsafeMutablePointer<CChar>, Int
    ) -> Int32

    var name: String
    var code: Int32
    var handle: OpaquePointer?
    var message: String

    init(name: String, _ read: Read) {
      self.name = name
      var handle: OpaquePointer?
      var text = [CChar](repeating: 0, count: 512)
      // SAFETY: The shim writes at most `count` characters, the last one zero.
      code = unsafe text.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return Int32(COSMIUM_OTHER.rawValue) }
        return unsafe read(&handle, base, buffer.count)
      }
      unsafe self.handle = unsafe handle
      let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      message = String(decoding: bytes, as: UTF8.self)
    }

    func extract() throws(MapExtractError) -> MapExtract {
      guard code == Int32(COSMIUM_OK.rawValue), let handle = unsafe handle else {
        throw MapExtractError(errorCode, file: name, found: message)
      }
      defer { unsafe cosmium_free(handle) }
      let extract = unsafe MapExtract(cosmium_view(handle), name: name)
      guard extract.nodeCount > 0 else {
        throw MapExtractError(.empty, file: name, found: "no roads, places or addresses")
      }
      return extract
    }

    private var errorCode: MapExtractError.Code {
      switch UInt32(bitPattern: code) {
      case COSMIUM_CANNOT_OPEN.rawValue: .cannotOpen
      case COSMIUM_UNKNOWN_FORMAT.rawValue: .unknownFormat
      case COSMIUM_TOO_LARGE.rawValue, COSMIUM_OUT_OF_MEMORY.rawValue: .tooLarge
      default: .damaged
      }
    }
  }
}
