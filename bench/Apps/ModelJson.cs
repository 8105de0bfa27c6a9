using System.Text.Json.Serialization;
using k8s.Models;

namespace Rampart.Bench.Apps;

/// <summary>System.Text.Json's generated writers for KubernetesClient's models.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(V1Namespace))]
[JsonSerializable(typeof(V1ResourceQuota))]
[JsonSerializable(typeof(V1ServiceAccount))]
[JsonSerializable(typeof(V1Deployment))]
[JsonSerializable(typeof(V1PodDisruptionBudget))]
[JsonSerializable(typeof(V1NetworkPolicy))]
public sealed partial class ModelJson : JsonSerializerContext;
