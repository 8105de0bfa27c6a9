namespace Rampart.Rules.Tests.PodSecurity.Checks;

public sealed class RestrictedVolumesCheckTests
{
    public const string CheckId = "restrictedVolumes";

    // name, minor version, pod, verdict (null = allowed)
    public static TheoryData<string, int, string, string?> Cases => new()
    {
        {
            "the nine sources", 0,
            "{'volumes': [{'name': 'a', 'configMap': {}}, {'name': 'b', 'csi': {}}, {'name': 'c', 'downwardAPI': {}}, {'name': 'd', 'emptyDir': {}}, {'name': 'e', 'ephemeral': {}}, {'name': 'f', 'image': {}}, {'name': 'g', 'persistentVolumeClaim': {}}, {'name': 'h', 'projected': {}}, {'name': 'i', 'secret': {}}]}",
            null
        },
        { "no source is an emptyDir", 0, "{'volumes': [{'name': 'a'}, {'name': 'b', 'hostPath': null}, null]}", null },
        {
            "a source that nobody knows", 0, "{'volumes': [{'name': 'a', 'madeUp': {}}]}",
            "restricted volume types (volume \"a\" uses restricted volume type \"unknown\")"
        },
        {
            "a source that nobody knows, of any type", 35, "{'volumes': [{'name': 'a', 'madeUp': '?'}, {'name': 'b', 'emptydir': true}]}",
            "restricted volume types (volumes \"a\", \"b\" use restricted volume type \"unknown\")"
        },
        {
            "every other source", 35,
            "{'volumes': [{'name': 'a', 'hostPath': {}}, {'name': 'b', 'gcePersistentDisk': {}}, {'name': 'c', 'awsElasticBlockStore': {}}, {'name': 'd', 'gitRepo': {}}, {'name': 'e', 'nfs': {}}, {'name': 'f', 'iscsi': {}}, {'name': 'g', 'glusterfs': {}}, {'name': 'h', 'rbd': {}}, {'name': 'i', 'flexVolume': {}}, {'name': 'j', 'cinder': {}}, {'name': 'k', 'cephfs': {}}, {'name': 'l', 'flocker': {}}, {'name': 'm', 'fc': {}}, {'name': 'n', 'azureFile': {}}, {'name': 'o', 'vsphereVolume': {}}, {'name': 'p', 'quobyte': {}}, {'name': 'q', 'azureDisk': {}}, {'name': 'r', 'photonPersistentDisk': {}}, {'name': 's', 'portworxVolume': {}}, {'name': 't', 'scaleIO': {}}, {'name': 'u', 'storageos': {}}]}",
            "restricted volume types (volumes \"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\", \"j\", \"k\", \"l\", \"m\", \"n\", \"o\", \"p\", \"q\", \"r\", \"s\", \"t\", \"u\" use restricted volume types \"awsElasticBlockStore\", \"azureDisk\", \"azureFile\", \"cephfs\", \"cinder\", \"fc\", \"flexVolume\", \"flocker\", \"gcePersistentDisk\", \"gitRepo\", \"glusterfs\", \"hostPath\", \"iscsi\", \"nfs\", \"photonPersistentDisk\", \"portworxVolume\", \"quobyte\", \"rbd\", \"scaleIO\", \"storageos\", \"vsphereVolume\")"
        },
        {
            "of several sources the first of the list is named", 35, "{'volumes': [{'name': 'a', 'nfs': {}, 'hostPath': {}}]}",
            "restricted volume types (volume \"a\" uses restricted volume type \"hostPath\")"
        },
        { "an allowed source beside another", 35, "{'volumes': [{'name': 'a', 'nfs': {}, 'secret': {}}]}", null },
        { "not known", 35, "{'volumes': [{'name': 'a', 'secret': '?'}]}", "unknown: spec.volumes[0].secret is not known yet" },
        {
            "not known, beside one without doubt", 35, "{'volumes': [{'name': 'a', 'secret': '?'}, {'name': 'b', 'nfs': {}}]}",
            "restricted volume types (volume \"b\" uses restricted volume type \"nfs\")"
        },
        { "what is inside the source does not matter", 35, "{'volumes': [{'name': '?', 'secret': {'secretName': '?'}}]}", null },
        { "text instead of a source", 35, "{'volumes': [{'name': 'a', 'emptyDir': ''}]}", "unknown: spec.volumes[0].emptyDir is a string, not an object" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Pod_GivesTheUpstreamVerdict(string name, int minor, string pod, string? expected) =>
        Assert.Equal((name, expected), (name, CheckTable.Run(CheckId, minor, pod)));
}
