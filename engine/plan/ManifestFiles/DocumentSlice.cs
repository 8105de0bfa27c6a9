namespace Rampart.Plan.ManifestFiles;

/// <summary>The part of a file that is one document.</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">The bytes.</param>
/// <param name="FirstLine">The line of the file, from 1, on which it starts.</param>
/// <param name="IsJson">Whether it is JSON, which is read by other rules than YAML.</param>
internal sealed record DocumentSlice(int Offset, int Length, int FirstLine, bool IsJson = false);
