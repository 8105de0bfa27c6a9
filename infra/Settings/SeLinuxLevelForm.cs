using Rampart.Components.Configuration;

namespace Rampart.Infra.Settings;

/// <summary>An SELinux level.</summary>
internal sealed class SeLinuxLevelForm : SettingForm
{
    public override string What => "an SELinux level such as 's0:c123,c456'";

    public override string? Pattern => "^s[0-9][0-9sc:,.-]*$";

    public override bool Is(string text)
    {
        bool hasForm = text.Length > 1 && text[0] == 's' && char.IsAsciiDigit(text[1]);
        foreach (char character in text)
        {
            hasForm &= char.IsAsciiDigit(character) || character is 's' or 'c' or ':' or ',' or '.' or '-';
        }

        return hasForm;
    }
}
