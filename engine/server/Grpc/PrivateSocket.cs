using System.Text;

namespace Rampart.Server.Grpc;

/// <summary>The place of a socket in the file system: in a folder of its own, which only its user may enter.</summary>
internal sealed class PrivateSocket : IDisposable
{
    // What all systems have room for.
    private const int LongestPath = 100;

    private readonly string _folder;

    private PrivateSocket(string folder) => _folder = folder;

    public string Path => System.IO.Path.Join(_folder, "engine");

    /// <summary>The address as gRPC libraries take it.</summary>
    public string Address => $"unix://{Path}";

    /// <summary>Makes the folder; null where there are no such sockets or the path of temporary files is too long for one.</summary>
    public static PrivateSocket? Create()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        PrivateSocket socket = new(Directory.CreateTempSubdirectory("rampart-").FullName);
        if (Encoding.UTF8.GetByteCount(socket.Path) <= LongestPath)
        {
            return socket;
        }

        socket.Dispose();
        return null;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // Somebody has removed it already.
        }
    }
}
