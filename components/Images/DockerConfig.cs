using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Rampart.Components.Images;

/// <summary>Writes the file by which container tools sign in to a registry.</summary>
internal static class DockerConfig
{
    /// <summary>The content of a <c>.dockerconfigjson</c>.</summary>
    /// <param name="server">The registry, as the tools look it up.</param>
    /// <param name="username">Name of the user.</param>
    /// <param name="password">Password of the user.</param>
    /// <param name="email">Mail address of the user; <see langword="null"/> leaves it out.</param>
    public static string Write(string server, string username, string password, string? email)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("auths");
            writer.WriteStartObject(server);
            writer.WriteString("username", username);
            writer.WriteString("password", password);
            if (email is not null)
            {
                writer.WriteString("email", email);
            }

            writer.WriteBase64String("auth", Encoding.UTF8.GetBytes($"{username}:{password}"));
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
