namespace Rampart.Components.SpiceDb;

/// <summary>Where SpiceDB keeps its relationships.</summary>
public enum SpiceDbDatastore
{
    /// <summary>In the process: one replica only, and everything is lost when it ends. For development.</summary>
    Memory,

    /// <summary>In a PostgreSQL database, whose schema a Job brings to the version of the image.</summary>
    Postgres,
}
