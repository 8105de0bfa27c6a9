using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
namespace Rampart.Infra;
public sealed class TempStack : Stack { public TempStack() { var n = new Namespace("x", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "x" } }); A = n.Metadata.Apply(m => m.Name); }
 [Output] public Output<string> A {get;set;} }
