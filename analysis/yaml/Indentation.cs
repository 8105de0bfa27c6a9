namespace Rampart.Yaml;

/// <summary>What can be wrong with the blanks at the start of a line.</summary>
internal static class Indentation
{
    public static YamlException Tab(YamlCursor cursor) =>
        new("a tab indents this line", "indent with spaces", cursor.Line, 1);

    public static YamlException Mismatch(YamlCursor cursor) =>
        cursor.Error("the indentation fits neither the lines above nor a list or mapping around them", "line it up with the keys or items that it belongs to");
}
