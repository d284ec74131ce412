using Nodus.Anatomy;
using Nodus.Compiler;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Nodus.Compiler <data folder> <output folder>");
    return 1;
}

try
{
    new AtlasCompiler(args[0], args[1], Console.Out).Run();
    return 0;
}
catch (AtlasFormatException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (IOException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
