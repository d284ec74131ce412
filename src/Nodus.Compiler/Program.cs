using Nodus.Compiler;
using Nodus.Compiler.Entries;

if (args.Length != 2)
{
    await Console.Error.WriteLineAsync("Two folders are needed: data and output.");
    return 2;
}

var errors = new KnowledgeErrors();
KnowledgeFolder folder = KnowledgeFolder.Read(KnowledgeFolder.Load(args[0]), AtlasNames.Read(args[0]), errors);
foreach (KnowledgeError error in errors.InOrder) await Console.Error.WriteLineAsync(error.ToString());
Console.WriteLine($"{folder.Muscles.Count} muscles, {folder.Muscles.Sum(muscle => muscle.Points.Count)} points");
return errors.Count == 0 ? 0 : 2;
