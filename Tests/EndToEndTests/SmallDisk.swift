import Foundation

/// A small file system of its own that can be filled to the last byte.
final class SmallDisk {
  let folder: Folder
  private let filler: URL

  /// Mounts one; `nil` where that is not allowed.
  init?(megabytes: Int) throws {
    folder = try Folder()
    filler = folder["filler"]
    let mount = try Program.run(
      ["-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder.url.path],
      program: "/bin/mount", in: folder.url)
    guard mount.succeeded else { return nil }
  }

  deinit {
    _ = try? Program.run(
      ["-l", folder.url.path], program: "/bin/umount", in: URL(fileURLWithPath: "/"))
  }

  /// Leaves no room but `spare` bytes.
  func fill(leaving spare: Int = 0) throws {
    let file = unsafe open(filler.path, O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    var size = [65_536, 4096, 1]
    var written = 0
    while let step = size.first {
      let count = unsafe write(file, Array(repeating: UInt8(1), count: step), step)
      if count > 0 { written += count } else { size.removeFirst() }
    }
    if spare > 0 { ftruncate(file, off_t(max(0, written - spare))) }
  }

  func free() throws { try FileManager.default.removeItem(at: filler) }

  static let isAllowed: Bool = (try? SmallDisk(megabytes: 1)) ?? nil != nil
}
