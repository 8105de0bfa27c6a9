using Rampart.Protocol.Monitor;

namespace Rampart.Wire.Registrations;

/// <summary>Parts of a registration as messages, and back.</summary>
public static class OptionMessages
{
    /// <summary>An alias as a message. Whether there was no parent is said unless there was one, as the official SDK does.</summary>
    public static Messages.Alias Write(ResourceAlias alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        if (alias.Urn.Length > 0)
        {
            return new Messages.Alias { Urn = alias.Urn };
        }

        Messages.Alias.Types.Spec spec = new()
        {
            Name = alias.Name,
            Type = alias.Type,
            Stack = alias.Stack,
            Project = alias.Project,
        };
        if (alias.ParentUrn.Length > 0)
        {
            spec.ParentUrn = alias.ParentUrn;
        }
        else if (alias.NoParent is { } noParent)
        {
            spec.NoParent = noParent;
        }

        return new Messages.Alias { Spec = spec };
    }

    /// <summary>An alias from a message.</summary>
    public static ResourceAlias Read(Messages.Alias message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Spec is { } spec
            ? new ResourceAlias(
                Name: spec.Name,
                Type: spec.Type,
                Stack: spec.Stack,
                Project: spec.Project,
                ParentUrn: spec.ParentUrn,
                NoParent: spec.NoParent)
            : new ResourceAlias(Urn: message.Urn);
    }

    /// <summary>Timeouts as a message; null for none.</summary>
    public static Messages.CustomTimeouts? Write(ResourceTimeouts? timeouts) => timeouts is null ? null : new Messages.CustomTimeouts
    {
        Create = timeouts.Create ?? "",
        Update = timeouts.Update ?? "",
        Delete = timeouts.Delete ?? "",
    };

    /// <summary>Timeouts from a message; null for none.</summary>
    public static ResourceTimeouts? Read(Messages.CustomTimeouts? message) => message is null
        ? null
        : new ResourceTimeouts(NullIfEmpty(message.Create), NullIfEmpty(message.Update), NullIfEmpty(message.Delete));

    /// <summary>Names of hooks as a message, without names for none.</summary>
    public static Messages.ResourceHooksBinding Write(ResourceHooks? hooks) => hooks is null ? new() : new Messages.ResourceHooksBinding
    {
        BeforeCreate = { hooks.BeforeCreate },
        AfterCreate = { hooks.AfterCreate },
        BeforeUpdate = { hooks.BeforeUpdate },
        AfterUpdate = { hooks.AfterUpdate },
        BeforeDelete = { hooks.BeforeDelete },
        AfterDelete = { hooks.AfterDelete },
        OnError = { hooks.OnError },
    };

    /// <summary>Names of hooks from a message; null for none.</summary>
    public static ResourceHooks? Read(Messages.ResourceHooksBinding? message) => message is null || message.CalculateSize() == 0 ? null : new ResourceHooks
    {
        BeforeCreate = [.. message.BeforeCreate],
        AfterCreate = [.. message.AfterCreate],
        BeforeUpdate = [.. message.BeforeUpdate],
        AfterUpdate = [.. message.AfterUpdate],
        BeforeDelete = [.. message.BeforeDelete],
        AfterDelete = [.. message.AfterDelete],
        OnError = [.. message.OnError],
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
