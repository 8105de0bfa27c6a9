namespace Rampart.Rules.Policies;

/// <summary>Names that Falco's own rule files define, and fields that Falco has.</summary>
internal static class StockFalco
{
    // falcosecurity/rules: falco_rules.yaml, falco-incubating_rules.yaml and falco-sandbox_rules.yaml.
    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal)
    {
        "Directory traversal monitored file read", "Read sensitive file trusted after startup", "Read sensitive file untrusted",
        "Run shell untrusted", "System user interactive", "Terminal shell in container", "Contact K8S API Server From Container",
        "Netcat Remote Code Execution in Container", "Search Private Keys or Passwords", "Clear Log Activities",
        "Remove Bulk Data from Disk", "Create Symlink Over Sensitive Files", "Create Hardlink Over Sensitive Files",
        "Packet socket created in container", "Redirect STDOUT/STDIN to Network Connection in Container",
        "Linux Kernel Module Injection Detected", "Debugfs Launched in Privileged Container",
        "Detect release_agent File Container Escapes", "PTRACE attached to process", "PTRACE anti-debug attempt",
        "Find AWS Credentials", "Execution from /dev/shm", "Drop and execute new binary in container",
        "Disallowed SSH Connection Non Standard Port", "Fileless execution via memfd_create",
        "Modify Shell Configuration File", "Schedule Cron Jobs", "Read ssh information", "DB program spawned process",
        "Change thread namespace", "Change namespace privileges via unshare", "Launch Privileged Container",
        "Launch Excessively Capable Container", "System procs network activity", "Program run with disallowed http proxy env",
        "Unexpected UDP Traffic", "Non sudo setuid", "User mgmt binaries", "Create files below dev",
        "Contact EC2 Instance Metadata Service From Container", "Contact cloud metadata service from container",
        "Launch Package Management Process in Container", "Launch Suspicious Network Tool in Container",
        "Launch Suspicious Network Tool on Host", "Delete or rename shell history", "Set Setuid or Setgid bit",
        "Launch Remote File Copy Tools in Container", "Network Connection outside Local Subnet",
        "Mount Launched in Privileged Container", "Launch Ingress Remote File Copy Tools in Container",
        "Read environment variable from /proc files", "Exfiltrating Artifacts via Kubernetes Control Plane",
        "Adding ssh keys to authorized_keys", "Potential Local Privilege Escalation via Environment Variables Misuse",
        "Backdoored library loaded into SSHD (CVE-2024-3094)", "BPF Program Not Profiled",
        "Unexpected inbound connection source", "Read Shell Configuration File", "Update Package Repository",
        "Write below binary dir", "Write below monitored dir", "Write below etc", "Write below root",
        "Write below rpm database", "Modify binary dirs", "Mkdir binary dirs", "Launch Sensitive Mount Container",
        "Launch Disallowed Container", "Interpreted procs inbound network activity",
        "Interpreted procs outbound network activity", "Unexpected K8s NodePort Connection",
        "Create Hidden Files or Directories", "Detect outbound connections to common miner pool ports",
        "Detect crypto miners using the Stratum protocol", "Kubernetes Client Tool Launched in Container",
        "Container Drift Detected (chmod)", "Container Drift Detected (open+create)", "Container Run as Root User",
        "Sudo Potential Privilege Escalation", "Unprivileged Delegation of Page Faults Handling to a Userspace Process",
        "Polkit Local Privilege Escalation Vulnerability (CVE-2021-4034)", "Java Process Class File Download",
        "Modify Container Entrypoint", "Decoding Payload in Container", "Basic Interactive Reconnaissance",
        "Netcat/Socat Remote Code Execution on Host", "Network Tool Executed During NPM Package Install",
        "Known Cryptominer Process Executed", "Web Server Spawned Shell", "Web Server Spawned Suspicious Child Process",
        "Reverse Shell from Web Server", "Privileged Container Device Access", "Container Access to Host Sensitive Paths",
    };

    // Those that other rules have a use for; the many exceptions of single programs are told by their names.
    private static readonly HashSet<string> Macros = new(StringComparer.Ordinal)
    {
        "access_log_files", "bin_dir", "bin_dir_mkdir", "bin_dir_rename", "container", "container_entrypoint", "containerd_activities",
        "directory_traversal", "docker_procs", "etc_dir", "excessively_capable_container", "grep_commands", "interactive",
        "interpreted_procs", "k8s_api_server", "k8s_containers", "minerpool_http", "minerpool_https", "minerpool_other",
        "modify_shell_history", "monitored_dir", "never_true", "network_local_subnet", "network_tool_procs", "package_mgmt_ancestor_procs",
        "package_mgmt_procs", "private_aws_credentials", "private_key_or_password", "proc_is_new", "proc_name_exists",
        "protected_shell_spawner", "recon_binaries_procs", "remote_file_copy_procs", "root_dir", "rpm_procs", "sensitive_files",
        "sensitive_mount", "server_procs", "shell_procs", "spawned_by_web_server", "ssh_non_standard_ports_network", "system_procs",
        "system_users", "trusted_logging_images", "var_lib_docker_filepath",
    };

    private static readonly HashSet<string> EventMacros = new(StringComparer.Ordinal)
    {
        "chmod", "container_started", "create_hardlink", "create_symlink", "dup", "inbound", "inbound_outbound", "kernel_module_load",
        "mkdir", "modify", "net_miner_pool", "open_directory", "open_file_failed", "open_read", "open_write", "outbound",
        "ptrace_attach_or_injection", "remove", "rename", "spawned_process",
    };

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "allowed_inbound_source_ipaddrs", "allowed_inbound_source_networks", "allowed_outbound_destination_ipaddrs",
        "allowed_outbound_destination_networks", "expected_udp_ports", "l2tp_udp_ports", "miner_ports",
        "namespace_scope_network_only_subnet", "ntp_ports", "openvpn_udp_ports", "rfc_1918_addresses", "ssh_non_standard_ports",
        "statsd_ports", "test_connect_ports",
    };

    private static readonly HashSet<string> FdFields = new(StringComparer.Ordinal)
    {
        "fd.cip", "fd.cip.name", "fd.cnet", "fd.connected", "fd.containerdirectory", "fd.containername", "fd.cport", "fd.cproto", "fd.dev",
        "fd.dev.major", "fd.dev.minor", "fd.directory", "fd.filename", "fd.ino", "fd.ip", "fd.is_lower_layer", "fd.is_server",
        "fd.is_upper_layer", "fd.l4proto", "fd.lip", "fd.lip.name", "fd.lnet", "fd.lport", "fd.lproto", "fd.name", "fd.name_changed",
        "fd.nameraw", "fd.net", "fd.num", "fd.port", "fd.proto", "fd.rip", "fd.rip.name", "fd.rnet", "fd.rport", "fd.rproto", "fd.sip",
        "fd.sip.name", "fd.snet", "fd.sockfamily", "fd.sport", "fd.sproto", "fd.type", "fd.typechar", "fd.types", "fd.uid",
    };

    /// <summary>Whether a rule of Falco's own has this name.</summary>
    public static bool IsRule(string name) => Rules.Contains(name);

    /// <summary>Whether a macro of Falco's own has, or is likely to have, this name.</summary>
    public static bool IsMacro(string name) =>
        Macros.Contains(name)
        || EventMacros.Contains(name)
        || name.StartsWith("user_", StringComparison.Ordinal)
        || name.StartsWith("known_", StringComparison.Ordinal)
        || name.StartsWith("run_by_", StringComparison.Ordinal)
        || name.Contains("_running_", StringComparison.Ordinal)
        || name.Contains("_writing_", StringComparison.Ordinal);

    /// <summary>Whether a macro of Falco's own says which events it is about.</summary>
    public static bool NamesEvents(string macro) => EventMacros.Contains(macro);

    /// <summary>Whether a list of addresses or ports of Falco's own has this name.</summary>
    public static bool IsNetworkList(string name) => Lists.Contains(name) || name.StartsWith("user_", StringComparison.Ordinal);

    /// <summary>Whether Falco has a field <c>fd.…</c> of this name.</summary>
    public static bool IsFdField(string name)
    {
        int bracket = name.IndexOf('[');
        return FdFields.Contains(bracket < 0 ? name : name[..bracket]);
    }
}
