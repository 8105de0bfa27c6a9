using System.Text;
using Rampart.Plan.Files;

namespace Rampart.Plan.Tests.Files;

public sealed class InputFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Open_LongerThanTheBound_IsRefusedWithoutReading()
    {
        SetLength((1 << 20) + 1);

        UnreadableFileException refused = Assert.Throws<UnreadableFileException>(() => InputFile.Open(_path, 1 << 20));
        Assert.Equal("it is longer than 1 MiB, the most that is read", refused.Message);
    }

    // Longer than this process could hold.
    [Fact]
    public void ReadAllBytes_LongerThanTheDefaultBound_IsRefusedWithoutReading()
    {
        SetLength(InputFile.MaxBytes + 1);

        UnreadableFileException refused = Assert.Throws<UnreadableFileException>(() => InputFile.ReadAllBytes(_path));
        Assert.Equal("it is longer than 1 GiB, the most that is read", refused.Message);
    }

    [Fact]
    public void ReadAllBytes_StreamLongerThanTheBound_IsRefused()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(new string('a', (1 << 20) + 1)));

        UnreadableFileException refused = Assert.Throws<UnreadableFileException>(() => InputFile.ReadAllBytes(stream, 1 << 20));
        Assert.Equal("it is longer than 1 MiB, the most that is read", refused.Message);
    }

    [Fact]
    public void ReadAllBytes_AsLongAsTheBound_IsRead()
    {
        SetLength(1 << 20);

        Assert.Equal(1 << 20, InputFile.ReadAllBytes(_path, 1 << 20).Length);
    }

    // A file with a hole takes no room.
    private void SetLength(long length)
    {
        using FileStream file = new(_path, FileMode.Open);
        file.SetLength(length);
    }
}
