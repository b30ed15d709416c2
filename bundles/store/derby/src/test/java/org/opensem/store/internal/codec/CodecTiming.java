package org.opensem.store.internal.codec;
import org.opensem.store.internal.House;
import org.opensem.metering.Sample;
class CodecTiming {
    public static void main(String[] a) throws Exception {
        House house = new House(3);
        int hours = 744; byte[][] b = new byte[hours][], p = new byte[hours][];
        PyramidCodec pc = new PyramidCodec(); BlockWriter bw = new BlockWriter(); Pyramid py = new Pyramid(); HourImage im = new HourImage(0);
        long bb=0,pb=0, enc=0;
        for (int h=0;h<hours;h++){ im.reset(h); for(int s=0;s<3600;s++){Sample x=house.at(s); im.put(s,x.totalMilliwatts(),x.l1Milliwatts(),x.l2Milliwatts(),x.l3Milliwatts());}
            long t=System.nanoTime(); b[h]=bw.encode(im,py.of(im)); p[h]=pc.encode(py,h); enc+=System.nanoTime()-t; bb+=b[h].length; pb+=p[h].length; }
        double n=hours*3600.0;
        System.out.printf("floor %.3f block %.3f pyramid %.3f B/row, ratio block %.3f all %.3f; encode %.1f us/hour%n", house.floorBytesPerSecond(), bb/n, pb/n, bb/n/house.floorBytesPerSecond(), (bb+pb)/n/house.floorBytesPerSecond(), enc/1e3/hours);
        BlockReader r = new BlockReader();
        for (int k=0;k<12;k++){ long t=System.nanoTime(); long x=0; for(int h=0;h<hours;h++){pc.decode(p[h],h,py); x+=py.hour().sum(0);} long t1=System.nanoTime();
            for(int h=0;h<hours;h++){pc.decode(p[h],h,py); r.open(b[h],h,py); x+=r.all().total(5);} long t2=System.nanoTime();
            for(int h=0;h<hours;h++){pc.decode(p[h],h,py); r.open(b[h],h,py); r.minute(59); x+=r.image().total(5);} long t3=System.nanoTime();
            System.out.printf("pyramids %.2f ms, decode all %.2f ms (24 h %.3f ms), skip %.2f ms %d%n",(t1-t)/1e6,(t2-t1)/1e6,(t2-t1)/1e6/31,(t3-t2)/1e6,x%10);}
    }
}
