using Nodus.Anatomy;
using Nodus.Compiler;
using Nodus.Compiler.Vignettes;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Nodus.Compiler <data folder> <output folder>");
    return 1;
}

try
{
    new AtlasCompiler(args[0], args[1], Console.Out).Run();
    var errors = new KnowledgeErrors();
    new KnowledgeCompiler(args[0], args[1], Console.Out).Run(errors);
    new SafetyVignetteCompiler(args[0], args[1]).Run(errors);
    new AssessmentVignetteCompiler(args[0], args[1]).Run(errors);
    new FigureCompiler(args[0], args[1], Console.Out).Run(errors);
    foreach (KnowledgeError error in errors.InOrder) Console.Error.WriteLine(error.ToString());
    return errors.Count == 0 ? 0 : 2;
}
catch (Exception e) when (e is AtlasFormatException or InvalidDataException or IOException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
